import { type Selectable, sql, type Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { PersonId, TermsId, TierId } from '../../domain/ids';
import type { TierTerms } from '../../domain/terms/tier-terms';
import type { Database } from '../database';
import { termsVersion, tierInForce } from '../queries/terms';
import type { Tables } from '../tables';

export type TierRow = Selectable<Tables['tiers']>;
export type TermsRow = Selectable<Tables['termsVersions']>;

/** What goes with a step of a version, in its transaction. */
type Alongside = (trx: Transaction<Tables>, version: TermsRow) => Promise<void>;

/** Makes a tier, with no terms of its own yet. The same id again changes nothing. Throws tier.exists where another has the name. */
export async function createTier(
  db: Database,
  tier: { id: TierId; name: string; createdBy: PersonId },
  now: Instant,
): Promise<TierRow> {
  await db
    .insertInto('tiers')
    .values({ ...tier, createdAt: new Date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await db.selectFrom('tiers').selectAll().where('id', '=', tier.id).executeTakeFirst();
  if (!made) throw nameTaken();
  return made;
}

/** Gives a tier another name. Throws tier.exists where another has it. */
export async function renameTier(db: Database, id: TierId, name: string): Promise<void> {
  try {
    await db.updateTable('tiers').set({ name }).where('id', '=', id).execute();
  } catch (fault) {
    if ((fault as { constraint?: string }).constraint === 'tiers_name') throw nameTaken();
    throw fault;
  }
}

function nameTaken(): AvowError {
  return new AvowError(
    'tier.exists',
    'There is a tier of this name. Choose another name, or propose terms for that one.',
    [{ path: '/name', message: 'is the name of another tier' }],
  );
}

/**
 * Proposes other terms for a tier; nothing holds before somebody else approves them. `termsFaults` was asked before. The same id
 * again changes nothing. Throws resource.not-found, terms.already-proposed.
 */
export async function proposeTerms(
  db: Database,
  proposal: { id: TermsId; tierId: TierId; terms: TierTerms; note: string; proposedBy: PersonId },
  now: Instant,
  alongside?: Alongside,
): Promise<TermsRow> {
  return db.transaction().execute(async (trx) => {
    await lockTier(trx, proposal.tierId);
    const versions = await trx.selectFrom('termsVersions').selectAll().where('tierId', '=', proposal.tierId).execute();
    const known = versions.find(({ id }) => id === proposal.id);
    if (known) return known;
    const waiting = versions.find(({ state }) => state === 'proposed');
    if (waiting)
      throw new AvowError(
        'terms.already-proposed',
        `Version ${waiting.number} waits for its second person. Approve it or withdraw it first.`,
        [],
        { termsId: waiting.id },
      );
    const proposed = await trx
      .insertInto('termsVersions')
      .values({
        ...proposal,
        terms: JSON.stringify(proposal.terms),
        number: Math.max(0, ...versions.map(({ number }) => number)) + 1,
        state: 'proposed',
        proposedAt: new Date(now),
        approvedBy: null,
        approvedAt: null,
        endedBy: null,
        endedAt: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await alongside?.(trx, proposed);
    return proposed;
  });
}

/**
 * Puts a proposed version in force in place of the one before; its developers come over one by one, by `terms.changed`. Approved by the
 * same person already it changes nothing. Throws resource.not-found, terms.same-person, terms.already-decided.
 */
export async function approveTerms(
  db: Database,
  id: TermsId,
  by: PersonId,
  now: Instant,
  alongside?: Alongside,
): Promise<TermsRow> {
  return db.transaction().execute(async (trx) => {
    const version = await lockedVersion(trx, id);
    if (version.approvedBy === by) return version;
    refuseDecided(version);
    if (version.proposedBy === by)
      throw new AvowError('terms.same-person', 'Who proposed these terms cannot approve them; somebody else has to.');
    await trx
      .updateTable('termsVersions')
      .set({ state: 'superseded', endedBy: by, endedAt: new Date(now) })
      .where('tierId', '=', version.tierId)
      .where('state', '=', 'in-force')
      .execute();
    const approved = await move(trx, id, { state: 'in-force', approvedBy: by, approvedAt: new Date(now) });
    await alongside?.(trx, approved);
    return approved;
  });
}

/** Takes a proposed version back, by whoever may propose. Withdrawn already it changes nothing. Throws resource.not-found, terms.already-decided. */
export async function withdrawTerms(db: Database, id: TermsId, by: PersonId, now: Instant): Promise<TermsRow> {
  return db.transaction().execute(async (trx) => {
    const version = await lockedVersion(trx, id);
    if (version.state === 'withdrawn') return version;
    refuseDecided(version);
    return move(trx, id, { state: 'withdrawn', endedBy: by, endedAt: new Date(now) });
  });
}

/**
 * One after another in a tier: a version is in force alone, and is proposed alone. Whoever is put into the tier meanwhile, which takes a
 * developer's lock first, does not wait for it: the two would else wait for each other.
 * Only a newcomer may (`holdTerms`), whom nobody else sees yet.
 */
async function lockTier(trx: Transaction<Tables>, id: TierId): Promise<void> {
  const { rows } = await sql`select from tiers where id = ${id} for no key update`.execute(trx);
  if (rows.length === 0) throw new AvowError('resource.not-found', 'There is no such tier.');
}

/**
 * Lets no other version come into force in a tier before this transaction ends: whoever it puts there is there when the next one gathers
 * its developers. Throws when another is in force than the one that was read: read again.
 */
export async function holdTerms(
  trx: Transaction<Tables>,
  { id, termsId }: { id: TierId; termsId: TermsId | null },
): Promise<void> {
  await sql`select from tiers where id = ${id} for share`.execute(trx);
  const tier = await tierInForce(trx, id);
  if (tier?.termsId !== termsId) throw new Error(`the terms of the tier ${id} changed meanwhile`);
}

async function lockedVersion(trx: Transaction<Tables>, id: TermsId): Promise<TermsRow> {
  const known = await termsVersion(trx, id);
  if (!known) throw new AvowError('resource.not-found', 'There is no such version of the terms.');
  await lockTier(trx, known.tierId);
  return (await termsVersion(trx, id)) ?? known;
}

function refuseDecided({ state, number }: TermsRow): void {
  if (state !== 'proposed')
    throw new AvowError(
      'terms.already-decided',
      `Version ${number} is ${state} already. Reload to see what was decided.`,
      [],
      { state },
    );
}

function move(
  trx: Transaction<Tables>,
  id: TermsId,
  to: Partial<Record<'approvedAt' | 'endedAt', Date>> &
    Partial<Pick<TermsRow, 'approvedBy' | 'endedBy'>> &
    Pick<TermsRow, 'state'>,
): Promise<TermsRow> {
  return trx.updateTable('termsVersions').set(to).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}
