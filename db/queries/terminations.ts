import type { Kysely } from 'kysely';
import type { TerminationId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Terminations with the developer they are about. */
export function terminationsQuery(db: Db) {
  return db
    .selectFrom('terminations')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'terminations.developerId')
    .selectAll('terminations')
    .select('developerProfiles.legalName');
}

export type TerminationRow = Awaited<ReturnType<ReturnType<typeof terminationsQuery>['execute']>>[number];

/** One termination; undefined when there is none. */
export async function findTermination(db: Db, terminationId: TerminationId): Promise<TerminationRow | undefined> {
  return terminationsQuery(db).where('terminations.id', '=', terminationId).executeTakeFirst();
}
