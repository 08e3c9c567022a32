import { Anchor, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../../../../paths';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import { useWalkWords } from './words';

/** Where an address leads to something that is not asked: signed meanwhile, accepted, or never asked of this app. */
export function NothingAsked() {
  const t = useWalkWords();
  const developerId = useDeveloperId();
  return (
    <Page title={t('nothing.title')}>
      <EmptyState title={t('nothing.here')} icon="dot">
        <Stack align="flex-start">
          {t('nothing.why')}
          <Anchor component={Link} to={paths.walk(developerId)}>
            {t('nothing.list')}
          </Anchor>
        </Stack>
      </EmptyState>
    </Page>
  );
}
