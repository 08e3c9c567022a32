import { sql, type Transaction } from 'kysely';
import type { CycleId, DeveloperId, NoticeId } from '../../domain/ids';
import { current } from '../../domain/lifecycle/evolve';
import type { LifecycleState } from '../../domain/lifecycle/state';
import type { Tables } from '../tables';
import { type AppealedOf, keptAppeals, withAppealed } from './load-appeals';
import { fromColumns } from './rows';

/**
 * The state of one developer as the decider knows it: what still matters, and beside it what an event speaks of.
 * With `lock` the developer's row is held until the transaction ends. Null when there is no such developer.
 */
export async function loadState(
  trx: Transaction<Tables>,
  developerId: DeveloperId,
  options: { lock?: boolean; noticeId?: NoticeId | undefined } & AppealedOf = {},
): Promise<LifecycleState | null> {
  let query = trx.selectFrom('developers').selectAll().where('id', '=', developerId);
  if (options.lock) query = query.forUpdate();
  const developer = await query.executeTakeFirst();
  if (!developer) return null;
  const { nextWakeAt: _at, nextWakeFor: _for, alarmAt: _alarm, shown: _shown, ...lifecycle } = developer;
  const ofDeveloper = <
    Table extends
      | 'apps'
      | 'cycles'
      | 'findings'
      | 'exemptions'
      | 'suspensions'
      | 'suspensionRequests'
      | 'postMortems'
      | 'terminations'
      | 'keys'
      | 'tasks',
  >(
    table: Table,
  ) =>
    trx
      .selectFrom(table as 'apps')
      .selectAll()
      .where('developerId', '=', developerId)
      .orderBy('id');
  const cycles = await ofDeveloper('cycles')
    .where('closedAt' as never, 'is', null)
    .execute();
  const cycleIds = cycles.map((cycle) => cycle.id) as unknown as CycleId[];
  const ofCycles = <Table extends 'requirements' | 'submissions' | 'extensions'>(table: Table) =>
    trx
      .selectFrom(table as 'requirements')
      .selectAll()
      .where('cycleId', 'in', cycleIds.length > 0 ? cycleIds : ['' as CycleId])
      .orderBy('id')
      .execute();
  const findings = await ofDeveloper('findings')
    .where('state' as never, 'in', ['open', 'answered'] as never)
    .execute();
  const plans = await trx
    .selectFrom('plans')
    .selectAll()
    .where('developerId', '=', developerId)
    .where((row) =>
      row.or([
        ...(cycleIds.length > 0 ? [row('cycleId', 'in', cycleIds)] : []),
        row.and([row('findingId', 'is not', null), row('closedAt', 'is', null)]),
      ]),
    )
    .orderBy('id')
    .execute();
  const findingPlanIds = plans.filter((plan) => plan.findingId !== null).map((plan) => plan.id);
  const terminations = (
    await ofDeveloper('terminations')
      .where('state' as never, '=', 'announced' as never)
      .execute()
  ).map(fromColumns<LifecycleState['terminations'][number]>);
  const awaited = terminations.map((termination) => termination.noticeId);
  const notices = await trx
    .selectFrom('notices')
    .selectAll()
    .where('developerId', '=', developerId)
    .where((row) =>
      row.or([
        row('state', '=', 'queued'),
        ...(cycleIds.length > 0 ? [row('cycleId', 'in', cycleIds)] : []),
        ...(findingPlanIds.length > 0 ? [sql<boolean>`notices.plan_ids ?| ${findingPlanIds}::text[]`] : []),
        ...(awaited.length > 0 ? [row('id', 'in', awaited)] : []),
        ...(options.noticeId ? [row('id', '=', options.noticeId)] : []),
      ]),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const extra = notices
    .filter((notice) => notice.id === options.noticeId)
    .map(fromColumns<LifecycleState['notices'][number]>);
  const state = current({
    developer: fromColumns(lifecycle),
    cycles: cycles.map(fromColumns<LifecycleState['cycles'][number]>),
    apps: (await ofDeveloper('apps').where('retiredAt', 'is', null).execute()).map(
      fromColumns<LifecycleState['apps'][number]>,
    ),
    plans: plans.map(fromColumns<LifecycleState['plans'][number]>),
    requirements: (await ofCycles('requirements')).map(fromColumns<LifecycleState['requirements'][number]>),
    submissions: (await ofCycles('submissions')).map(fromColumns<LifecycleState['submissions'][number]>),
    findings: findings.map(fromColumns<LifecycleState['findings'][number]>),
    extensions: (await ofCycles('extensions')).map(fromColumns<LifecycleState['extensions'][number]>),
    exemptions: (
      await ofDeveloper('exemptions')
        .where(
          sql<boolean>`(state in ('claimed', 'granted') or (state = 'refused' and exists (select from requirements
            where requirements.id = requirement_id and requirements.state = 'returned')))`,
        )
        .execute()
    ).map(fromColumns<LifecycleState['exemptions'][number]>),
    appeals: await keptAppeals(trx, developerId),
    wrongfulEnforcements: [],
    postMortems: (
      await ofDeveloper('postMortems')
        .where('concludedAt' as never, 'is', null)
        .execute()
    ).map(fromColumns<LifecycleState['postMortems'][number]>),
    notices: notices.map(fromColumns<LifecycleState['notices'][number]>),
    suspensions: (
      await ofDeveloper('suspensions')
        .where('liftedAt' as never, 'is', null)
        .execute()
    ).map(fromColumns<LifecycleState['suspensions'][number]>),
    suspensionRequests: (
      await ofDeveloper('suspensionRequests')
        .where('state' as never, '=', 'open' as never)
        .execute()
    ).map(fromColumns<LifecycleState['suspensionRequests'][number]>),
    terminations,
    keys: (
      await ofDeveloper('keys')
        .where('state' as never, 'in', ['active', 'suspended'] as never)
        .execute()
    ).map(fromColumns<LifecycleState['keys'][number]>),
    tasks: (
      await ofDeveloper('tasks')
        .where('closedAt' as never, 'is', null)
        .execute()
    ).map(fromColumns<LifecycleState['tasks'][number]>),
  });
  const withNotice = {
    ...state,
    notices: [...state.notices, ...extra.filter((notice) => !state.notices.some((row) => row.id === notice.id))],
  };
  return withAppealed(trx, withNotice, options);
}
