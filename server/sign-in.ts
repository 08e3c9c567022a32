import { confirmMembership, unconfirmedMemberships } from '../db/workspace/contacts';
import { confirmDelegate } from '../db/workspace/delegates';
import { codeOf } from '../domain/errors';
import type { PersonId } from '../domain/ids';
import type { ServerDeps } from './deps';

/**
 * A person followed a link, so the address is theirs: confirms the contacts and delegates that waited for it and tells the lifecycle of each contact's developer,
 * in one transaction each. One developer's refusal (offboarded, say) keeps nobody from signing in; it stays unconfirmed.
 * Answers how many were confirmed.
 */
export async function confirmContacts(
  { db, clock, lifecycle, logger }: ServerDeps,
  personId: PersonId,
): Promise<number> {
  let confirmed = await confirmDelegate(db, personId, clock.now());
  for (const { developerId, eventId } of await unconfirmedMemberships(db, personId)) {
    try {
      await lifecycle.transact(
        developerId,
        { id: eventId, type: 'contact.verified', actor: { kind: 'person', id: personId }, personId },
        { alongside: (transaction) => confirmMembership(transaction, developerId, personId, clock.now()) },
      );
      confirmed += 1;
    } catch (fault) {
      if (codeOf(fault) === undefined) throw fault;
      logger.warn({ code: codeOf(fault), developerId, personId }, 'contact not confirmed');
    }
  }
  return confirmed;
}
