import { type RawBuilder, sql } from 'kysely';
import { wakeHeld } from '../db/lifecycle/crowds';
import type { DeveloperId } from '../domain/ids';
import type { ActivityDeps } from './deps';

/** What was handed to Temporal this long ago and is still not done is handed over again; a procedure that still runs is not doubled. */
const unfinishedAfterMs = 10 * 60_000;

/**
 * The guarantee behind the signals, which only make it quick: wakes whoever is overdue or has no workflow, and hands over again
 * the notices, checks, imports and walks that nobody finished; who is held no longer is woken too. Returns how many were found.
 */
export async function sweep(deps: ActivityDeps, graceMs: number): Promise<number> {
  const wall = deps.clock.now();
  const found = [
    await enqueueAll(
      deps,
      'wake-developer',
      'developerId',
      sql`${overdueDevelopers(wall - graceMs)} or (developers.next_wake_at is not null and developers.shown is null)`,
    ),
    await handOver(
      deps,
      'deliver-notice',
      sql`select id, jsonb_build_object('developerId', developer_id, 'noticeId', id) as payload from notices where state = 'queued'`,
    ),
    await handOver(
      deps,
      'run-checks',
      sql`select id, jsonb_build_object('developerId', developer_id, 'submissionId', id) as payload from submissions where checks = 'pending' and answered_at is null`,
    ),
    await handOver(
      deps,
      'run-import',
      sql`select id, jsonb_build_object('importId', id) as payload from imports where state = 'running'`,
    ),
    await handOver(
      deps,
      'run-campaign',
      sql`select id, jsonb_build_object('campaignId', id) as payload from campaigns where state in ('examining', 'running')`,
    ),
    await handOver(
      deps,
      'change-terms',
      sql`select terms_id as id, jsonb_build_object('termsId', terms_id) as payload from terms_rollouts
        join terms_versions on terms_versions.id = terms_id
        where (terms_rollouts.state = 'examining' and terms_versions.state = 'proposed')
          or (terms_rollouts.state = 'moving' and terms_versions.state = 'in-force')`,
    ),
  ];
  found.push(await wakeHeld(deps.db, wall));
  return found.reduce((sum, count) => sum + count, 0);
}

/** True when this developer's next moment has come and nobody has decided it. */
export async function isOverdue(deps: ActivityDeps, developerId: DeveloperId): Promise<boolean> {
  const { rows } =
    await sql`${developersWhere(overdueDevelopers(deps.clock.now()))} and developers.id = ${developerId}`.execute(
      deps.db,
    );
  return rows.length > 0;
}

/** Temporal's data was lost or replaced: forgets what the workflows were told, so that the next sweep makes them anew. */
export async function forgetWorkflows(deps: ActivityDeps): Promise<void> {
  await deps.db.updateTable('developers').set({ alarmAt: null, shown: null }).execute();
}

function overdueDevelopers(wall: number): RawBuilder<unknown> {
  return sql`developers.next_wake_at <= ${new Date(wall)}::timestamptz + make_interval(secs => coalesce(developer_offsets.offset_ms, 0) / 1000.0)`;
}

function developersWhere(condition: RawBuilder<unknown>): RawBuilder<{ id: string }> {
  return sql`select developers.id from developers left join developer_offsets on developer_offsets.developer_id = developers.id where (${condition})`;
}

function enqueueAll(
  deps: ActivityDeps,
  kind: 'wake-developer',
  idName: string,
  condition: RawBuilder<unknown>,
): Promise<number> {
  return insert(
    deps,
    kind,
    sql`select id, jsonb_build_object(${sql.lit(idName)}, id) as payload from (${developersWhere(condition)}) as found`,
  );
}

function handOver(
  deps: ActivityDeps,
  kind: 'deliver-notice' | 'run-checks' | 'run-import' | 'run-campaign' | 'change-terms',
  unfinished: RawBuilder<unknown>,
): Promise<number> {
  const since = new Date(deps.clock.now() - unfinishedAfterMs);
  return insert(
    deps,
    kind,
    sql`select id, payload from (${unfinished}) as unfinished where not exists (
      select from outbox where outbox.kind = ${kind} and outbox.subject = unfinished.id and (outbox.delivered_at is null or outbox.delivered_at > ${since}))`,
  );
}

async function insert(deps: ActivityDeps, kind: string, subjects: RawBuilder<unknown>): Promise<number> {
  const now = new Date(deps.clock.now());
  const { numAffectedRows } = await sql`insert into outbox (kind, subject, payload, created_at, not_before_at)
    select ${kind}, found.id, found.payload, ${now}, ${now} from (${subjects}) as found
    on conflict do nothing`.execute(deps.db);
  return Number(numAffectedRows ?? 0);
}
