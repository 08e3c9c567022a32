import { type Selectable, sql, type Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { TermsId, TierId } from '../../domain/ids';
import type { Database } from '../database';
import { enqueue } from '../lifecycle/outbox';
import type { Tables } from '../tables';

export type TermsRolloutRow = Selectable<Tables['termsRollouts']>;

interface Version {
  id: TermsId;
  tierId: TierId;
}

/** Has it worked out what a version would move, for everybody who is in its tier now. In the transaction that proposes it. */
export async function examineTerms(trx: Transaction<Tables>, { id, tierId }: Version, now: Instant): Promise<void> {
  await trx
    .insertInto('termsRollouts')
    .values({ termsId: id, state: 'examining', examinedAt: null, startedAt: null, endedAt: null })
    .execute();
  await gather(trx, { id, tierId });
  await enqueue(trx, 'change-terms', id, { termsId: id }, now);
}

/** What it would move is worked out for everybody. */
export async function finishExamining(db: Database, id: TermsId, now: Instant): Promise<void> {
  await db
    .updateTable('termsRollouts')
    .set({ state: 'examined', examinedAt: new Date(now) })
    .where('termsId', '=', id)
    .where('state', '=', 'examining')
    .execute();
}

/**
 * Has the developers of the tier taken over to a version; who joined since is one of them. In the transaction that puts it in force.
 * Throws `terms.not-examined` while what it would move is still being worked out: nobody approves what they could not see.
 */
export async function rollOutTerms(trx: Transaction<Tables>, version: Version, now: Instant): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('termsRollouts')
    .set({ state: 'moving', startedAt: new Date(now) })
    .where('termsId', '=', version.id)
    .where('state', '=', 'examined')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n)
    throw new AvowError('terms.not-examined', 'Wait until it is worked out for everybody what these terms would move.');
  await gather(trx, version);
  await enqueue(trx, 'change-terms', version.id, { termsId: version.id }, now);
}

/** Ends it, unless somebody came into the tier by the former terms meanwhile: then they are taken over too. */
export async function finishRollout(db: Database, version: Version, now: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await gather(trx, version);
    await trx
      .updateTable('termsRollouts')
      .set({ state: 'moved', endedAt: new Date(now) })
      .where('termsId', '=', version.id)
      .where('state', '=', 'moving')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('termsMoves')
              .select('developerId')
              .where('termsId', '=', version.id)
              .where('outcome', 'is', null),
          ),
        ),
      )
      .execute();
  });
}

/** Writes down who is in the tier and not on the version; who is there already stays. In one order: two who do it at once wait one way. */
async function gather(trx: Transaction<Tables>, { id, tierId }: Version): Promise<void> {
  await sql`insert into terms_moves (terms_id, developer_id)
    select ${id}, developers.id from developers
    where tier_id = ${tierId} and offboarded_at is null and terms_id is distinct from ${id}
    order by developers.id
    on conflict do nothing`.execute(trx);
}
