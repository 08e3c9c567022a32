import type { RequirementState } from '../../domain/lifecycle/state';
import { StateBadge } from '../standing/badge';
import { requirementLooks } from '../standing/looks';
import { useDeskWords } from './words';

/** The state of a requirement as the vendor sees it: who of the two acts next is told the other way round in the portal. */
export function RequirementStateBadge({ state }: { state: RequirementState }) {
  const t = useDeskWords();
  return <StateBadge look={requirementLooks[state]}>{t(`requirement.${state}`)}</StateBadge>;
}
