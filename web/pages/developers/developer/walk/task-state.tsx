import { StateBadge } from '../../../../standing/badge';
import type { Look } from '../../../../standing/looks';
import type { TaskState } from './tasks';
import { useWalkWords } from './words';

const looks: Readonly<Record<TaskState, Look>> = {
  notStarted: { color: 'gray', icon: 'dot' },
  inProgress: { color: 'harbour', icon: 'pencil' },
  complete: { color: 'good', icon: 'check' },
  returned: { color: 'over', icon: 'reply' },
  inReview: { color: 'near', icon: 'eye' },
  accepted: { color: 'good', icon: 'check' },
  notAsked: { color: 'gray', icon: 'dot' },
};

/** The state of a step, by its word and its sign. */
export function TaskStateBadge({ state }: { state: TaskState }) {
  const t = useWalkWords();
  return <StateBadge look={looks[state]}>{t(`task.${state}`)}</StateBadge>;
}
