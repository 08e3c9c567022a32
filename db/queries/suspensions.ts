import { type Kysely, sql } from 'kysely';
import type { SuspensionId, SuspensionRequestId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Requests for a suspension with the developer they are about. */
export function suspensionRequestsQuery(db: Db) {
  return db
    .selectFrom('suspensionRequests')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'suspensionRequests.developerId')
    .selectAll('suspensionRequests')
    .select('developerProfiles.legalName');
}

export type SuspensionRequestRow = Awaited<ReturnType<ReturnType<typeof suspensionRequestsQuery>['execute']>>[number];

/** One request; undefined when there is none. */
export async function findSuspensionRequest(
  db: Db,
  requestId: SuspensionRequestId,
): Promise<SuspensionRequestRow | undefined> {
  return suspensionRequestsQuery(db).where('suspensionRequests.id', '=', requestId).executeTakeFirst();
}

/** Suspensions, lifted ones too, with the words of who decided them and of who lifted them. */
export function suspensionsQuery(db: Db) {
  return db
    .selectFrom('suspensions')
    .leftJoin('suspensionRequests', 'suspensionRequests.id', 'suspensions.requestId')
    .leftJoin('notices', (join) =>
      join
        .onRef('notices.developerId', '=', 'suspensions.developerId')
        .onRef(sql`notices.occasion` as never, '=', sql`suspensions.id` as never)
        .on('notices.template', 'in', ['suspension-lifted', 'suspension-undone']),
    )
    .select([
      'suspensions.id',
      'suspensions.developerId',
      'suspensions.appId',
      'suspensions.class',
      'suspensions.openedAt',
      'suspensions.requestId',
      'suspensions.liftedAt',
      'suspensions.liftedBy',
      'suspensionRequests.reason',
      'suspensionRequests.clause',
    ])
    .select(
      sql<string | null>`coalesce(notices.facts -> 'lift' ->> 'reason', notices.facts -> 'undoing' ->> 'reason')`.as(
        'liftReason',
      ),
    );
}

export type SuspensionRow = Awaited<ReturnType<ReturnType<typeof suspensionsQuery>['execute']>>[number];

/** One suspension; undefined when there is none. */
export async function findSuspension(db: Db, suspensionId: SuspensionId): Promise<SuspensionRow | undefined> {
  return suspensionsQuery(db).where('suspensions.id', '=', suspensionId).executeTakeFirst();
}
