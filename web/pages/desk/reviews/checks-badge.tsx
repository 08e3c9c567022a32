import { StateBadge } from '../../../standing/badge';
import type { Look } from '../../../standing/looks';
import { useReviewsWords } from './words';

type Checks = 'pending' | 'green' | 'amber' | 'red';

export const checkLooks: Readonly<Record<Checks, Look>> = {
  pending: { color: 'gray', icon: 'clock' },
  green: { color: 'good', icon: 'check' },
  amber: { color: 'near', icon: 'warning' },
  red: { color: 'over', icon: 'cross' },
};

/** How the automatic checks ended. */
export function ChecksBadge({ checks }: { checks: Checks }) {
  const t = useReviewsWords();
  return <StateBadge look={checkLooks[checks]}>{t(`checks.${checks}`)}</StateBadge>;
}
