import type { listContacts } from '../../../../../../api/people';
import { contactRoles } from '../../../../../../domain/permissions';
import type { AnswerOf } from '../../../../../client/asked';

export type ContactShown = AnswerOf<typeof listContacts>['items'][number];

/** What to call somebody whose name may not be shown yet. */
export function calledOf({ name, email }: ContactShown): string {
  return name ?? email;
}

/** Nobody could sign without them: the last signatory, or the last confirmed one. As the server decides it. */
export function isLastSignatory(
  contacts: readonly ContactShown[],
  { personId, role, verifiedAt }: ContactShown,
): boolean {
  if (role !== 'signatory') return false;
  const left = contacts.filter((one) => one.role === 'signatory' && one.personId !== personId);
  return left.length === 0 || (verifiedAt !== null && left.every((one) => one.verifiedAt === null));
}

/** Those who sign first, then those who draft, then those who only read. */
export function byRole(contacts: readonly ContactShown[]): ContactShown[] {
  return contacts.toSorted((one, other) => contactRoles.indexOf(one.role) - contactRoles.indexOf(other.role));
}
