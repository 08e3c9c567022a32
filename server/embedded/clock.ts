import { sql } from 'kysely';
import type { Database } from '../../db/database';
import type { Duration, Instant, TimeZone } from '../../domain/calendar/instant';
import { after } from '../../domain/calendar/zoned';
import { AvowError } from '../../domain/errors';
import type { AppId, DeveloperId } from '../../domain/ids';
import { type ClockDeps, enqueueWake, look, type Moment, settle } from './moment';

export interface ClockStep {
  at: Instant;
  decisions: { decision: string; subject: string; appId: AppId | null; why: string }[];
}

export interface ClockMove {
  developerId: DeveloperId;
  from: Instant;
  to: Instant;
  steps: ClockStep[];
}

/** How far: by the calendar in the developer's zone, or to the next thing that the clock brings about. */
export type Advance = { advance: Duration } | { to: 'next' };

const longest = 'P10Y';

/**
 * Moves one developer's stored offset to each moment at which the clock decides something, in order; waits each time until that is decided,
 * its mails are delivered and its checks have run; and ends at the moment asked for. It only moves the offset and asks for a wake-up:
 * what happens then is the worker's, as on any other day. Throws clock.not-embedded, clock.timeout, request.invalid.
 */
export async function moveClock(deps: ClockDeps, developerId: DeveloperId, advance: Advance): Promise<ClockMove> {
  refuseRealTime(deps);
  const { now: from, timeZone } = await look(deps, developerId);
  const by = 'advance' in advance ? advance.advance : null;
  if (by !== null) refuseTooFar(by, from, timeZone);
  const steps: ClockStep[] = [];
  let seen = await lastSeq(deps.db, developerId);
  const take = async (): Promise<Moment> => {
    const settled = await settle(deps, developerId);
    const entries = await entriesAfter(deps.db, developerId, seen);
    const first = entries[0];
    if (first) steps.push({ at: first.at, decisions: entries.map(({ seq: _seq, at: _at, ...decision }) => decision) });
    seen = entries.at(-1)?.seq ?? seen;
    return settled;
  };
  // What is due already comes first, and a submission of a moment ago may still be checked.
  let moment = await take();
  const until = by === null ? (moment.nextWakeAt ?? moment.now) : after(from, by, timeZone);
  while (moment.nextWakeAt !== null && moment.nextWakeAt <= until) {
    await moveTo(deps, developerId, moment.nextWakeAt);
    moment = await take();
    if (by === null) break;
  }
  if (by !== null) await moveTo(deps, developerId, until);
  return { developerId, from, to: (await look(deps, developerId)).now, steps };
}

/** Throws clock.not-embedded where time is real. */
export function refuseRealTime({ isEmbedded }: Pick<ClockDeps, 'isEmbedded'>): void {
  if (isEmbedded) return;
  throw new AvowError('clock.not-embedded', 'Time is real here. It can be moved in the embedded mode only.');
}

function refuseTooFar(by: Duration, from: Instant, timeZone: TimeZone): void {
  if (after(from, by, timeZone) <= after(from, longest, timeZone)) return;
  throw new AvowError('request.invalid', `Correct /advance: at most ${longest} at once.`, [
    { path: '/advance', message: `at most ${longest}` },
  ]);
}

/** Sets the offset so that it is `at` for the developer now. An offset never gets smaller: time does not run backwards. */
async function moveTo(deps: ClockDeps, developerId: DeveloperId, at: Instant): Promise<void> {
  await deps.db.transaction().execute(async (transaction) => {
    const offsetMs = at - deps.clock.now();
    // The alarm that was set counts by the former offset: nobody may take it for the right one.
    await transaction.updateTable('developers').set({ alarmAt: null }).where('id', '=', developerId).execute();
    if (offsetMs > 0) {
      await transaction
        .insertInto('developerOffsets')
        .values({ developerId, offsetMs })
        .onConflict((conflict) =>
          conflict
            .column('developerId')
            .doUpdateSet({ offsetMs: sql`greatest(developer_offsets.offset_ms, excluded.offset_ms)` }),
        )
        .execute();
    }
    await enqueueWake(transaction, deps, developerId);
  });
}

async function lastSeq(db: Database, developerId: DeveloperId): Promise<number> {
  const last = await db
    .selectFrom('auditEntries')
    .select('seq')
    .where('developerId', '=', developerId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.seq ?? 0;
}

async function entriesAfter(db: Database, developerId: DeveloperId, seq: number) {
  return db
    .selectFrom('auditEntries')
    .select(['seq', 'at', 'decision', 'subject', 'appId', 'why'])
    .where('developerId', '=', developerId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
}
