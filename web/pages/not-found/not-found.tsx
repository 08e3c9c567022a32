import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../../paths';
import { Page } from '../../shell/page';
import { useShellWords } from '../../shell/words';

/** No page has this address. */
export function NotFound() {
  const t = useShellWords();
  return (
    <Page title={t('failure.missing.title')}>
      <Text>{t('failure.missing.what')}</Text>
      <Group>
        <Button component={Link} to={paths.home()}>
          {t('failure.home')}
        </Button>
      </Group>
    </Page>
  );
}
