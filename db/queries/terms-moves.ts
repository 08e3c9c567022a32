import { type Kysely, sql } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import { addDays } from '../../domain/calendar/zoned';
import type { DeveloperId, TermsId } from '../../domain/ids';
import type { TermsMove } from '../../domain/terms/terms-move';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** The next developers of a version of terms, in the order of their ids, of whom this is still open. */
export async function nextToMove(
  db: Db,
  termsId: TermsId,
  open: 'foreseen' | 'outcome',
  after: DeveloperId | null,
  limit: number,
): Promise<DeveloperId[]> {
  let query = db
    .selectFrom('termsMoves')
    .select('developerId')
    .where('termsId', '=', termsId)
    .where(open, 'is', null)
    .orderBy('developerId')
    .limit(limit);
  if (after !== null) query = query.where('developerId', '>', after);
  return (await query.execute()).map((row) => row.developerId);
}

/** Writes down what a version would move for these. */
export async function keepMoves(
  db: Db,
  termsId: TermsId,
  found: readonly { developerId: DeveloperId; move: TermsMove }[],
): Promise<void> {
  if (found.length === 0) return;
  const moves = found.map(({ move }) => JSON.stringify(move));
  await sql`update terms_moves set foreseen = found.move, moved_days = (found.move ->> 'movedDays')::int
    from unnest(${found.map(({ developerId }) => developerId)}::text[], ${moves}::jsonb[]) as found (developer_id, move)
    where terms_moves.terms_id = ${termsId} and terms_moves.developer_id = found.developer_id`.execute(db);
}

/** How many there are, of how many it is worked out, and what came of how many. */
export async function movesCounted(db: Db, termsId: TermsId, now: Instant, seconds: number) {
  const { rows } = await sql<{
    count: number;
    foreseen: number;
    settled: number;
    moved: number;
    kept: number;
    left: number;
    asForetold: number;
    recent: number;
  }>`select count(*)::int as count, count(foreseen)::int as foreseen, count(outcome)::int as settled,
      (count(*) filter (where outcome = 'moved'))::int as moved,
      (count(*) filter (where outcome = 'kept'))::int as kept,
      (count(*) filter (where outcome = 'left'))::int as left,
      (count(*) filter (where outcome in ('moved', 'kept') and foreseen is not null
        and due_on is not distinct from (foreseen #>> '{after,dueOn}')::date))::int as as_foretold,
      (count(*) filter (where settled_at > ${new Date(now - seconds * 1000)}))::int as recent
    from terms_moves where terms_id = ${termsId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate without a row');
  const { recent, ...counted } = row;
  return { ...counted, perSecond: recent / seconds };
}

/** What it would move, summed up; `from` is the day of the working out. */
export async function movesForeseen(db: Db, termsId: TermsId, from: Day) {
  const found = sql`(select foreseen, moved_days from terms_moves where terms_id = ${termsId} and foreseen is not null) as found`;
  const until = addDays(from, 30);
  const totals = await sql<{
    examined: number;
    earlier: number;
    later: number;
    same: number;
    undated: number;
    firstDueOn: Day | null;
    runningCycles: number;
    mailsBefore: number;
    mailsAfter: number;
    opensBefore: number;
    opensAfter: number;
  }>`select count(*)::int as examined,
      (count(*) filter (where moved_days < 0))::int as earlier, (count(*) filter (where moved_days > 0))::int as later,
      (count(*) filter (where moved_days = 0))::int as same, (count(*) filter (where moved_days is null))::int as undated,
      min(foreseen #>> '{after,dueOn}') as first_due_on,
      coalesce(sum((foreseen ->> 'runningCycles')::int), 0)::int as running_cycles,
      coalesce(sum((foreseen #>> '{before,mails}')::int), 0)::int as mails_before,
      coalesce(sum((foreseen #>> '{after,mails}')::int), 0)::int as mails_after,
      (count(*) filter (where foreseen #>> '{before,opensOn}' <= ${until}))::int as opens_before,
      (count(*) filter (where foreseen #>> '{after,opensOn}' <= ${until}))::int as opens_after
    from ${found}`.execute(db);
  const byDays = await sql<{ days: number; count: number }>`select moved_days as days, count(*)::int as count
    from ${found} where moved_days <> 0 group by moved_days order by moved_days`.execute(db);
  const dueByMonth = await sql<{ month: string; before: number; after: number }>`
    select month, (count(*) filter (where side = 'before'))::int as before, (count(*) filter (where side = 'after'))::int as after
    from (select side, left(foreseen #>> array[side, 'dueOn'], 7) as month
      from ${found}, unnest(array['before', 'after']) as side) as due
    where month is not null group by month order by month`.execute(db);
  const [row] = totals.rows;
  if (!row) throw new Error('an aggregate without a row');
  const { mailsBefore, mailsAfter, opensBefore, opensAfter, ...counts } = row;
  return {
    ...counts,
    mails: { before: mailsBefore, after: mailsAfter },
    opensWithin30Days: { before: opensBefore, after: opensAfter },
    byDays: byDays.rows,
    dueByMonth: dueByMonth.rows,
  };
}

/** The developers of a version with what it would move for each, for `paged`. */
export function movesQuery(db: Db, termsId: TermsId, which?: 'earlier' | 'later' | 'same') {
  const moves = db
    .selectFrom('termsMoves')
    .innerJoin('developerProfiles', 'developerProfiles.developerId', 'termsMoves.developerId')
    .selectAll('termsMoves')
    .select('developerProfiles.legalName as developerName')
    .where('termsId', '=', termsId);
  if (which === undefined) return moves;
  return moves.where('movedDays', which === 'same' ? '=' : which === 'earlier' ? '<' : '>', 0);
}

/** How these can be sorted; whose due day does not move, or who has none, stands with 0. */
export const moveSorts = {
  name: { by: 'developerProfiles.legalName', kind: 'text' },
  moved: { by: sql`coalesce(terms_moves.moved_days, 0)`, kind: 'number' },
} as const;
