import type { getTermsVersion } from '../../../../../api/terms-versions';
import type { AnswerOf } from '../../../../client/asked';
import { StateBadge } from '../../../../standing/badge';
import type { Look } from '../../../../standing/looks';
import { useTermsWords } from './words';

export type TermsVersion = AnswerOf<typeof getTermsVersion>;

const looks: Readonly<Record<TermsVersion['state'], Look>> = {
  proposed: { color: 'near', icon: 'people' },
  'in-force': { color: 'good', icon: 'check' },
  superseded: { color: 'gray', icon: 'dot' },
  withdrawn: { color: 'gray', icon: 'cross' },
};

/** Whether a version of terms holds. */
export function TermsStateBadge({ state }: { state: TermsVersion['state'] }) {
  const t = useTermsWords();
  return <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
