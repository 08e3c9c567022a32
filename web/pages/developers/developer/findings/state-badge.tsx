import type { listFindings } from '../../../../../api/findings';
import type { FindingState } from '../../../../../domain/lifecycle/findings';
import type { AnswerOf } from '../../../../client/asked';
import { StateBadge } from '../../../../standing/badge';
import type { Look } from '../../../../standing/looks';
import { useFindingWords } from './words';

export type Finding = AnswerOf<typeof listFindings>['items'][number];

const looks: Readonly<Record<FindingState, Look>> = {
  open: { color: 'over', icon: 'warning' },
  answered: { color: 'harbour', icon: 'eye' },
  cured: { color: 'good', icon: 'check' },
  withdrawn: { color: 'gray', icon: 'reply' },
  superseded: { color: 'gray', icon: 'cross' },
};

/** True while a finding binds. */
export const isOpen = ({ state }: Pick<Finding, 'state'>) => state === 'open' || state === 'answered';

/** Who acts next on a finding, or how it ended. */
export function FindingBadge({ state }: Pick<Finding, 'state'>) {
  const t = useFindingWords();
  return <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
