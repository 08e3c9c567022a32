import { sql, type Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AppealId } from '../../domain/ids';
import type { Appeal } from '../../domain/lifecycle/appeals';
import type { LifecycleEvent } from '../../domain/lifecycle/events';
import type { Finding } from '../../domain/lifecycle/findings';
import type { LifecycleState, Suspension } from '../../domain/lifecycle/state';
import { moment } from '../instants';
import type { Tables } from '../tables';
import { fromColumns } from './rows';

/** What has ended and is asked about all the same: an appeal, what somebody appeals against, or all that was decided since then. */
export interface AppealedOf {
  appealId?: AppealId | undefined;
  appealSubject?: string | undefined;
  decidedSince?: Instant | undefined;
}

/** What of appeals an event speaks of. */
export function appealedBy(event: LifecycleEvent): AppealedOf {
  if (event.type === 'appeal.filed') return { appealSubject: event.subject };
  return 'appealId' in event ? { appealId: event.appealId } : {};
}

/** The state with lifted suspensions, cured findings and answered appeals that are asked about. */
export async function withAppealed(
  trx: Transaction<Tables>,
  state: LifecycleState,
  { appealId, appealSubject, decidedSince }: AppealedOf,
): Promise<LifecycleState> {
  if (appealId === undefined && appealSubject === undefined && decidedSince === undefined) return state;
  const isSince = (column: 'opened_at' | 'raised_at' | 'filed_at') =>
    decidedSince === undefined ? sql<boolean>`false` : sql<boolean>`${sql.ref(column)} >= ${moment(decidedSince)}`;
  const suspensions = await trx
    .selectFrom('suspensions')
    .selectAll()
    .where('developerId', '=', state.developer.id)
    .where((row) => row.or([row('id', '=', (appealSubject ?? '') as Suspension['id']), isSince('opened_at')]))
    .orderBy('id')
    .execute();
  const findings = await trx
    .selectFrom('findings')
    .selectAll()
    .where('developerId', '=', state.developer.id)
    .where((row) => row.or([row('id', '=', (appealSubject ?? '') as Finding['id']), isSince('raised_at')]))
    .orderBy('id')
    .execute();
  const appeals = await trx
    .selectFrom('appeals')
    .selectAll()
    .where('developerId', '=', state.developer.id)
    .where((row) =>
      row.or([
        row('id', '=', appealId ?? ('' as AppealId)),
        row('subject', '=', appealSubject ?? ''),
        isSince('filed_at'),
      ]),
    )
    .orderBy('id')
    .execute();
  return {
    ...state,
    suspensions: withOthers(state.suspensions, suspensions.map(fromColumns<Suspension>)),
    findings: withOthers(state.findings, findings.map(fromColumns<Finding>)),
    appeals: withOthers(state.appeals, appeals.map(fromColumns<Appeal>)),
  };
}

function withOthers<Row extends { id: string }>(known: Row[], others: Row[]): Row[] {
  return [...known, ...others.filter((other) => !known.some((row) => row.id === other.id))];
}
