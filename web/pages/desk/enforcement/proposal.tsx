import { Alert, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { dryRunEnforcement } from '../../../../api/enforcement';
import { proposeRelease } from '../../../../api/releases';
import type { AnswerOf } from '../../../client/asked';
import { useCommand } from '../../../client/command';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { DryRunTable } from './dry-run-table';
import { useEnforcementWords } from './words';

type Item = AnswerOf<typeof dryRunEnforcement>['items'][number];

/** What comes, with those that wait for the budget to be chosen and named for a release. */
export function Proposal({ items }: { items: readonly Item[] }) {
  const t = useEnforcementWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isDone, setIsDone] = useState(false);
  const waiting = items.filter(({ blockedBy }) => blockedBy === 'budget');
  const named = waiting.filter(({ planId }) => chosen.has(planId));
  const proposing = useCommand(proposeRelease, {
    onSuccess: () => {
      setChosen(new Set());
      setIsDone(true);
    },
  });
  const toggle = (planId: string) =>
    setChosen((before) =>
      before.has(planId) ? new Set([...before].filter((one) => one !== planId)) : new Set([...before, planId]),
    );
  return (
    <Stack>
      {isDone && (
        <Alert color="good" role="status">
          {t('propose.done')}
        </Alert>
      )}
      {waiting.length > 0 && (
        <Group justify="space-between" align="flex-start">
          <Checkbox
            label={t('chooseAll')}
            checked={named.length === waiting.length}
            indeterminate={named.length > 0 && named.length < waiting.length}
            onChange={(event) =>
              setChosen(new Set(event.currentTarget.checked ? waiting.map(({ planId }) => planId) : []))
            }
          />
          <ReasonedAct
            act="proposeRelease"
            refusal={named.length === 0 ? t('propose.none') : null}
            label={t('propose.label', { count: named.length })}
            what={t('propose.what')}
            reason={t('propose.reason')}
            command={proposing}
            given={(reason) => ({ body: { planIds: named.map(({ planId }) => planId), reason } })}
          />
        </Group>
      )}
      <DryRunTable items={items} chosen={chosen} onToggle={waiting.length > 0 ? toggle : undefined} />
    </Stack>
  );
}
