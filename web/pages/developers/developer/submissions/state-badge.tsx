import type { listSubmissions } from '../../../../../api/submissions';
import type { AnswerOf } from '../../../../client/asked';
import { StateBadge } from '../../../../standing/badge';
import type { Look } from '../../../../standing/looks';
import { useSubmissionWords } from './words';

export type Submission = AnswerOf<typeof listSubmissions>['items'][number];

const looks: Readonly<Record<Submission['state'], Look>> = {
  checking: { color: 'harbour', icon: 'clock' },
  'in-review': { color: 'harbour', icon: 'eye' },
  accepted: { color: 'good', icon: 'check' },
  returned: { color: 'over', icon: 'reply' },
  ended: { color: 'gray', icon: 'cross' },
};

/** What became of a submission so far. */
export function SubmissionBadge({ state }: Pick<Submission, 'state'>) {
  const t = useSubmissionWords();
  return <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
