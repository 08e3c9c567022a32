import { Button, Group, Paper, Select, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { assignDevelopers, nudgeDevelopers } from '../../../../api/desk-developers';
import { writeNote } from '../../../../api/notes';
import { assignTier } from '../../../../api/tiers';
import type { DeveloperId, PersonId, TierId } from '../../../../domain/ids';
import { call } from '../../../client/call';
import { useCommand } from '../../../client/command';
import type { Problem } from '../../../client/problem';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { useStaff } from '../../../desk/staff-names';
import { useTiers } from '../../../desk/tier-names';
import type { en } from './en';
import { useDevelopersWords } from './words';

/** How many came to which end. */
export type Outcomes = Partial<Record<keyof typeof en.bulk.outcome, number>>;
/** As the API has it: no click reaches more. */
const most = 200;

/** What can be done with the developers that were chosen. */
export function Bulk({
  chosen,
  onDone,
  onLetGo,
}: {
  chosen: readonly DeveloperId[];
  onDone: (outcomes: Outcomes) => void;
  onLetGo: () => void;
}) {
  const t = useDevelopersWords();
  const staff = useStaff();
  const [accountManagerId, setAccountManagerId] = useState<PersonId | null>(null);
  const tiers = useTiers();
  const [tierId, setTierId] = useState<TierId | null>(null);
  const nudging = useCommand(nudgeDevelopers, { onSuccess: ({ items }) => onDone(counted(items)) });
  const assigning = useCommand(assignDevelopers, { onSuccess: ({ items }) => onDone(counted(items)) });
  const tiering = useCommand(assignTier, { onSuccess: ({ items }) => onDone(counted(items)) });
  const noting = useNotes(chosen, (count) => onDone({ noted: count }));
  const refusal = chosen.length > most ? t('bulk.most', { most }) : null;
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('bulk.chosen', { count: chosen.length })}>
      <Group align="flex-start">
        <Text fw={600} pt={6}>
          {t('bulk.chosen', { count: chosen.length })}
        </Text>
        <ReasonedAct
          act="nudgeDevelopers"
          refusal={refusal}
          label={t('bulk.nudge')}
          what={t('bulk.nudgeWhat')}
          command={nudging}
          given={() => ({ body: { developerIds: [...chosen] } })}
          variant="default"
        />
        <ReasonedAct
          act="assignDevelopers"
          refusal={refusal}
          label={t('bulk.assign')}
          what={t('bulk.assignWhat')}
          command={assigning}
          given={() => ({ body: { developerIds: [...chosen], accountManagerId } })}
          variant="default"
        >
          <Select
            label={t('bulk.to')}
            placeholder={t('nobody')}
            data={staff
              .filter(({ isActive }) => isActive)
              .map(({ personId, name }) => ({ value: personId, label: name }))}
            value={accountManagerId}
            onChange={setAccountManagerId}
            searchable
            clearable
          />
        </ReasonedAct>
        <ReasonedAct
          act="assignTier"
          refusal={refusal}
          label={t('bulk.tier')}
          what={t('bulk.tierWhat')}
          command={tiering}
          given={() => ({ body: { developerIds: [...chosen], tierId } })}
          variant="default"
        >
          <Select
            label={t('bulk.toTier')}
            placeholder={t('bulk.inNoTier')}
            data={tiers.map(({ id, name }) => ({ value: id, label: name }))}
            value={tierId}
            onChange={setTierId}
            searchable
            clearable
          />
        </ReasonedAct>
        <ReasonedAct
          act="writeNote"
          refusal={refusal}
          label={t('bulk.note')}
          what={t('bulk.noteWhat')}
          reason={t('bulk.words')}
          command={noting}
          given={(words) => words}
          variant="default"
        />
        <Button variant="subtle" onClick={onLetGo}>
          {t('bulk.none')}
        </Button>
      </Group>
    </Paper>
  );
}

/** One note for each, one after the other: each is written by itself. */
function useNotes(chosen: readonly DeveloperId[], onDone: (count: number) => void) {
  const queryClient = useQueryClient();
  return useMutation<number, Problem, string>({
    mutationFn: async (words) => {
      for (const developerId of chosen) await call(writeNote, { params: { developerId }, body: { words } });
      return chosen.length;
    },
    onSuccess: async (count) => {
      onDone(count);
      await queryClient.invalidateQueries();
    },
  });
}

function counted(items: readonly { outcome: keyof typeof en.bulk.outcome }[]): Outcomes {
  const outcomes: Outcomes = {};
  for (const { outcome } of items) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return outcomes;
}
