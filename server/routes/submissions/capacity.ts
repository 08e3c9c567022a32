import type { OwnDelegation } from '../../../db/queries/delegations';
import type { DeveloperId } from '../../../domain/ids';
import { judgeDelegated } from '../../../domain/permissions';
import type { PersonCaller } from '../../caller';

/**
 * The delegation under which this person would sign for the developer; null for its own signatories, who need none, and for those who
 * cannot sign. A preparer who is a delegate too signs as a delegate.
 */
export function signingDelegation(
  { memberships, delegations }: PersonCaller,
  developerId: DeveloperId,
): OwnDelegation | null {
  if (memberships.some((one) => one.developerId === developerId && one.role === 'signatory')) return null;
  const able = delegations.filter((one) => judgeDelegated('signSubmission', one) === 'allowed');
  return able.find((one) => one.developerId === developerId) ?? null;
}
