import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, Navigate } from 'react-router';
import { listDevelopers } from '../../../api/developers';
import { useView } from '../../client/view';
import { Day } from '../../moment/moment';
import { paths } from '../../paths';
import { EmptyState } from '../../shell/empty-state';
import { Page } from '../../shell/page';
import { developersOf, useSession } from '../../shell/session';
import { StandingBadge } from '../../standing/badge';
import { defineWords } from '../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

const useWords = defineWords('home', en, zhCn);

/** Where somebody begins: the vendor's people at the desk, others at their organisation, or at the choice between several. */
export function Home() {
  const session = useSession();
  const [first, ...others] = developersOf(session);
  if (session.staff) return <Navigate to={paths.desk()} replace />;
  if (first && others.length === 0) return <Navigate to={paths.developer(first)} replace />;
  return first ? <Choice /> : <Nobody />;
}

function Choice() {
  const t = useWords();
  const { memberships, delegations } = useSession();
  const { items } = useView(listDevelopers, { query: { limit: 100 } });
  const partIn = (id: string) =>
    [
      ...memberships.filter((one) => one.developerId === id).map(({ role }) => t(`roles.${role}`)),
      ...delegations
        .filter((one) => one.developerId === id)
        .map(({ agencyName }) => t('agency', { agency: agencyName })),
    ].join(' · ');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((developer) => (
          <Paper component="li" key={developer.id} withBorder p="md">
            <Group justify="space-between">
              <Stack gap={2}>
                <Title order={2} size="h3">
                  <Anchor component={Link} to={paths.developer(developer.id)} inherit>
                    {developer.legalName}
                  </Anchor>
                </Title>
                <Text c="dimmed" fz="sm">
                  {[partIn(developer.id), t('apps', { count: developer.appCount })].filter(Boolean).join(' · ')}
                </Text>
                {developer.nextDueOn && (
                  <Text fz="sm">
                    {t('dueOn')} <Day on={developer.nextDueOn} timeZone={developer.timeZone} isBare />
                  </Text>
                )}
              </Stack>
              {developer.standing && <StandingBadge standing={developer.standing} />}
            </Group>
          </Paper>
        ))}
      </Stack>
    </Page>
  );
}

function Nobody() {
  const t = useWords();
  return (
    <Page title={t('none')}>
      <EmptyState title={t('none')} icon="people">
        {t('noneWhat')}
      </EmptyState>
    </Page>
  );
}
