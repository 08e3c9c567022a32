import { Anchor, Group } from '@mantine/core';
import { paths } from '../paths';
import { useShellWords } from './words';

export function Footer() {
  const t = useShellWords();
  return (
    <Group component="footer" gap="lg" mt="4rem" pt="md" fz="sm">
      <Anchor href={paths.privacyNotice()} inherit>
        {t('privacy')}
      </Anchor>
      <Anchor href="/docs" inherit>
        {t('apiDocs')}
      </Anchor>
    </Group>
  );
}
