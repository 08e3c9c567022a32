import { Text } from '@mantine/core';
import { Day } from '../../../../moment/moment';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import type { Submission } from './state-badge';
import { useSubmissionWords } from './words';

/** The next day that binds the app of a submission. */
export function NextDate({ submission, developer }: { submission: Submission; developer: DeveloperShown }) {
  const t = useSubmissionWords();
  const { now, timeZone } = developer;
  const { appId, cycleId, state } = submission;
  const plan = developer.cycles.find(({ id }) => id === cycleId)?.plans.find((one) => one.appId === appId);
  const coveredThroughOn = developer.apps.find(({ id }) => id === appId)?.coveredThroughOn;
  const shown = (of: 'date.covered' | 'date.due' | 'date.dueRuns', on: string) => (
    <Text>
      <Sentence t={t} of={of} elements={{ day: <Day on={on} now={now} timeZone={timeZone} /> }} />
    </Text>
  );
  if (state === 'accepted' && coveredThroughOn) return shown('date.covered', coveredThroughOn);
  if (plan?.dueOn) return shown(plan.clock === 'stopped' ? 'date.due' : 'date.dueRuns', plan.dueOn);
  return <Text>{t('date.none')}</Text>;
}
