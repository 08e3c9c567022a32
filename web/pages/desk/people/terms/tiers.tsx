import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { listTiers } from '../../../../../api/tiers';
import { useView } from '../../../../client/view';
import { paths } from '../../../../paths';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { PeopleNavigation } from '../people-navigation';
import { CreateTier } from './name-tier';
import { TermsStateBadge } from './state-badge';
import { useTermsWords } from './words';

/** Every tier with how many are in it, and what waits. */
export function Tiers() {
  const t = useTermsWords();
  const { items } = useView(listTiers, {});
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" actions={<CreateTier />}>
      <PeopleNavigation />
      {items.length === 0 && <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>}
      <Stack gap="sm" maw={880}>
        {items.map(({ id, name, developers, inForce, proposed }) => (
          <Paper key={id} withBorder p="md" component="article">
            <Group justify="space-between">
              <Anchor component={Link} to={paths.deskTier(id)} fw={600}>
                {name}
              </Anchor>
              {proposed && <TermsStateBadge state="proposed" />}
            </Group>
            <Text fz="sm">
              {t('developers', { count: developers })} · {t(inForce ? 'ownHold' : 'shippedHold')}
              {proposed && ` · ${t('waits')}`}
            </Text>
          </Paper>
        ))}
      </Stack>
    </Page>
  );
}
