import { createHash } from 'node:crypto';
import type { Database } from '../db/database';
import { termsVersion } from '../db/queries/terms';
import type { Day } from '../domain/calendar/instant';
import { AvowError } from '../domain/errors';
import { type DeveloperId, type EventId, idFrom, type TermsId } from '../domain/ids';
import type { Decision } from '../domain/lifecycle/decisions';
import type { EventOf } from '../domain/lifecycle/events';
import type { TermsOutcome } from '../domain/terms/terms-outcomes';
import type { ActivityDeps } from './deps';

/** A version of a tier's terms, how far it has come, and who answers for it. */
export async function changingTerms(db: Database, termsId: TermsId) {
  const { state } = await db
    .selectFrom('termsRollouts')
    .select('state')
    .where('termsId', '=', termsId)
    .executeTakeFirstOrThrow();
  const version = await termsVersion(db, termsId);
  if (!version) throw new AvowError('resource.not-found', 'There is no such version of the terms.');
  const by = version.approvedBy ?? version.proposedBy;
  const staff = await db.selectFrom('staff').select('role').where('personId', '=', by).executeTakeFirst();
  return { state, version, by: { id: by, role: staff?.role ?? 'lead' } };
}

export type ChangingTerms = Awaited<ReturnType<typeof changingTerms>>;

/** What a version says to the decider, whoever is taken over to it. */
export function eventOf({ version, by }: ChangingTerms, id: EventId): EventOf<'terms.changed'> {
  return { id, type: 'terms.changed', actor: { kind: 'staff', ...by }, tierId: version.tierId, termsId: version.id };
}

/**
 * Takes one developer over to a version, in one transaction with what is written down of it. The event is the same whenever it is tried
 * again, so each is taken over once. Who is in another tier by now is left there.
 */
export async function moveDeveloper(
  deps: ActivityDeps,
  changing: ChangingTerms,
  developerId: DeveloperId,
): Promise<void> {
  const { id: termsId, tierId } = changing.version;
  const developer = await deps.db
    .selectFrom('developers')
    .select(['tierId', 'offboardedAt'])
    .where('id', '=', developerId)
    .executeTakeFirstOrThrow();
  const leave = () => settle(deps, termsId, developerId, { outcome: 'left', dueOn: null });
  if (developer.tierId !== tierId || developer.offboardedAt !== null) return leave();
  try {
    await deps.transact(developerId, eventOf(changing, eventIdOf(termsId, developerId)), {
      alongside: async (trx, { decisions, state }) => {
        const changed = decisions.find(({ type }) => type === 'terms.changed');
        if (changed && changed.data['formerTierId'] !== tierId) throw new PutElsewhere();
        const dueOn = state.developer.nextDueOn;
        const hasMoved = changed !== undefined && dueOn !== promisedBefore(changed);
        const outcome = state.developer.offboardedAt !== null ? 'left' : hasMoved ? 'moved' : 'kept';
        await settle({ ...deps, db: trx }, termsId, developerId, { outcome, dueOn });
      },
    });
  } catch (fault) {
    if (!(fault instanceof PutElsewhere)) throw fault;
    await leave();
  }
}

/** Somebody put the developer into another tier after it was looked which one they are in: what was about to be decided is not. */
class PutElsewhere extends Error {
  override readonly name = 'PutElsewhere';
}

/** The due day under the former terms, as the decision about the terms found it. */
function promisedBefore({ changes }: Decision): Day | null {
  const developers = changes.flatMap((change) => (change.collection === 'developer' ? [change.row.nextDueOn] : []));
  return developers[0] ?? null;
}

function eventIdOf(termsId: TermsId, developerId: DeveloperId): EventId {
  return idFrom('evt', createHash('sha256').update(`${termsId}\n${developerId}`).digest());
}

async function settle(
  deps: { db: Pick<ActivityDeps['db'], 'updateTable'>; clock: ActivityDeps['clock'] },
  termsId: TermsId,
  developerId: DeveloperId,
  settled: { outcome: TermsOutcome; dueOn: string | null },
): Promise<void> {
  await deps.db
    .updateTable('termsMoves')
    .set({ ...settled, settledAt: new Date(deps.clock.now()) })
    .where('termsId', '=', termsId)
    .where('developerId', '=', developerId)
    .where('outcome', 'is', null)
    .execute();
}
