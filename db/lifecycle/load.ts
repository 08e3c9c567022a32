import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { DeveloperId, NoticeId } from '../../domain/ids';
import { current } from '../../domain/lifecycle/evolve';
import type { LifecycleCollection, LifecycleState } from '../../domain/lifecycle/state';
import { plannedOnce } from '../preparing-client';
import type { Tables } from '../tables';
import { type AppealedOf, withAppealed } from './load-appeals';
import { fromJson } from './rows';

type Loaded = Record<'developer', Record<string, unknown> | null> &
  Record<Exclude<LifecycleCollection, 'wrongfulEnforcements'>, Record<string, unknown>[]>;

/**
 * The state of one developer as the decider knows it: what still matters, and beside it what an event speaks of.
 * With `lock` the developer's row is held until the transaction ends. Null when there is no such developer.
 */
export async function loadState(
  trx: Transaction<Tables>,
  developerId: DeveloperId,
  options: { lock?: boolean; noticeId?: NoticeId | undefined } & AppealedOf = {},
): Promise<LifecycleState | null> {
  // A query of its own: the next one then reads what was committed while this one waited. It keeps out other decisions and no row that
  // only names the developer: whoever writes one holds more already, which the decision may want in its turn.
  if (options.lock) await sql`select from developers where id = ${developerId} for no key update`.execute(trx);
  const { rows } = await everythingThatMatters(developerId, options.noticeId).execute(trx);
  const loaded = rows[0];
  if (!loaded?.developer) return null;
  const {
    nextWakeAt: _at,
    nextWakeFor: _for,
    alarmAt: _alarm,
    shown: _shown,
    ...developer
  } = fromJson<LifecycleState['developer'] & Record<'nextWakeAt' | 'nextWakeFor' | 'alarmAt' | 'shown', unknown>>(
    loaded.developer,
  );
  const rowsOf = <Collection extends keyof Loaded & LifecycleCollection>(collection: Collection) =>
    loaded[collection].map(fromJson<LifecycleState[Collection][number]>);
  const notices = rowsOf('notices');
  const state = current({
    developer,
    cycles: rowsOf('cycles'),
    apps: rowsOf('apps'),
    plans: rowsOf('plans'),
    requirements: rowsOf('requirements'),
    submissions: rowsOf('submissions'),
    findings: rowsOf('findings'),
    extensions: rowsOf('extensions'),
    exemptions: rowsOf('exemptions'),
    appeals: rowsOf('appeals'),
    wrongfulEnforcements: [],
    postMortems: rowsOf('postMortems'),
    notices,
    suspensions: rowsOf('suspensions'),
    suspensionRequests: rowsOf('suspensionRequests'),
    terminations: rowsOf('terminations'),
    keys: rowsOf('keys'),
    tasks: rowsOf('tasks'),
  });
  const extra = notices.filter(
    (notice) => notice.id === options.noticeId && !state.notices.some((row) => row.id === notice.id),
  );
  return withAppealed(trx, { ...state, notices: [...state.notices, ...extra] }, options);
}

/** One query for all: asked at every decision, they would else wait for the answers of twenty. To plan it takes longer than to answer it. */
function everythingThatMatters(developerId: DeveloperId, noticeId: NoticeId | undefined): RawBuilder<Loaded> {
  const ours = sql`developer_id = ${developerId}`;
  const ofOpenCycles = sql`${ours} and cycle_id = any(array(select id from open_cycles))`;
  const list = (from: RawBuilder<unknown>, order = sql`id`) =>
    sql`coalesce((select json_agg(kept order by ${order}) from ${from} as kept), '[]')`;
  const listOf = (table: string, condition: RawBuilder<unknown>, order?: RawBuilder<unknown>) =>
    list(sql`(select * from ${sql.table(table)} where ${condition})`, order);
  return sql<Loaded>`${sql.raw(plannedOnce)}
    with open_cycles as (select * from cycles where ${ours} and closed_at is null),
      kept_plans as (
        select * from plans where ${ours}
          and (cycle_id = any(array(select id from open_cycles)) or (finding_id is not null and closed_at is null))),
      announced as (select * from terminations where ${ours} and state = 'announced')
    select (select row_to_json(developers) from developers where id = ${developerId}) as developer,
      ${list(sql`open_cycles`)} as cycles,
      ${list(sql`kept_plans`)} as plans,
      ${list(sql`announced`)} as terminations,
      ${listOf('apps', sql`${ours} and retired_at is null`)} as apps,
      ${listOf('requirements', ofOpenCycles)} as requirements,
      ${listOf('submissions', ofOpenCycles)} as submissions,
      ${listOf('extensions', ofOpenCycles)} as extensions,
      ${listOf('findings', sql`${ours} and state in ('open', 'answered')`)} as findings,
      ${listOf(
        'exemptions',
        sql`${ours} and (state in ('claimed', 'granted') or (state = 'refused' and exists (select from requirements
          where requirements.id = requirement_id and requirements.state = 'returned')))`,
      )} as exemptions,
      ${listOf(
        'appeals',
        sql`${ours} and (state = 'open' or plan_id in (select plans.id from plans left join cycles on cycles.id = plans.cycle_id
          where plans.developer_id = ${developerId}
            and (plans.closed_at is null or (cycles.id is not null and cycles.closed_at is null))))`,
      )} as appeals,
      ${listOf(
        'notices',
        sql`${ours} and (state = 'queued' or cycle_id = any(array(select id from open_cycles))
          or plan_ids ?| array(select id from kept_plans where finding_id is not null)
          or id in (select notice_id from announced) or id = ${noticeId ?? ''})`,
        sql`created_at, id`,
      )} as notices,
      ${listOf('suspensions', sql`${ours} and lifted_at is null`)} as suspensions,
      ${listOf('post_mortems', sql`${ours} and concluded_at is null`)} as post_mortems,
      ${listOf('suspension_requests', sql`${ours} and state = 'open'`)} as suspension_requests,
      ${listOf('keys', sql`${ours} and state in ('active', 'suspended')`)} as keys,
      ${listOf('tasks', sql`${ours} and closed_at is null`)} as tasks`;
}
