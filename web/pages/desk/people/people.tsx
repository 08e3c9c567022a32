import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listStaff } from '../../../../api/people';
import { listLeaves } from '../../../../api/staff';
import type { AnswerOf } from '../../../client/asked';
import { wholeOf } from '../../../client/view';
import { useSearch } from '../../../desk/search';
import { StateFilter } from '../../../desk/state-filter';
import { Page } from '../../../shell/page';
import { AddPerson } from './add-person';
import { PeopleNavigation } from './people-navigation';
import { PersonCard } from './person-card';
import { usePeopleWords } from './words';

export type Member = AnswerOf<typeof listStaff>['items'][number];
export type Leave = AnswerOf<typeof listLeaves>['items'][number];

/** The vendor's people by team, with who is away. */
export function People() {
  const t = usePeopleWords();
  const { oneOf, set } = useSearch();
  const shown = oneOf('shown', ['active', 'ended']);
  const members = useQuery({ ...wholeOf(listStaff, {}), throwOnError: true }).data;
  const leaves = useQuery({ ...wholeOf(listLeaves, { query: {} }), throwOnError: true }).data;
  const teams = byTeam(members?.filter(({ isActive }) => isActive === (shown === 'active')) ?? []);
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" actions={<AddPerson />}>
      <PeopleNavigation />
      <StateFilter
        label={t('shown.label')}
        value={shown}
        values={['active', 'ended']}
        wordOf={(value) => t(`shown.${value}`)}
        onChange={(value) => set('shown', value === 'active' ? null : value)}
      />
      {!(members && leaves) && <Skeleton height={240} />}
      {members && leaves && (
        <Stack gap="xl" maw={880}>
          {teams.length === 0 && <Text c="dimmed">{t('none')}</Text>}
          {teams.map(([team, own]) => (
            <Stack key={team} component="section" gap="sm" aria-label={team || t('noTeam')}>
              <Title order={2} size="h3">
                {team || t('noTeam')}
              </Title>
              {own.map((member) => (
                <PersonCard
                  key={member.personId}
                  member={member}
                  leaves={leaves.filter(({ personId }) => personId === member.personId)}
                />
              ))}
            </Stack>
          ))}
        </Stack>
      )}
    </Page>
  );
}

/** Teams by name, those in none last; people by name. */
function byTeam(members: readonly Member[]): [team: string, members: Member[]][] {
  const teams = new Map<string, Member[]>();
  for (const member of [...members].sort((one, other) => one.name.localeCompare(other.name)))
    teams.set(member.team ?? '', [...(teams.get(member.team ?? '') ?? []), member]);
  return [...teams].sort(([one], [other]) => (one === '' ? 1 : other === '' ? -1 : one.localeCompare(other)));
}
