import type { Kysely } from 'kysely';
import type { ExemptionId, SubmissionId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Exemptions with the names of their developer and app. */
export function exemptionsQuery(db: Db) {
  return db
    .selectFrom('exemptions')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'exemptions.developerId')
    .leftJoin('appProfiles', 'appProfiles.appId', 'exemptions.appId')
    .selectAll('exemptions')
    .select(['developerProfiles.legalName', 'appProfiles.name as appName']);
}

export type ExemptionRow = Awaited<ReturnType<ReturnType<typeof exemptionsQuery>['execute']>>[number];

/** One exemption; undefined when there is none. */
export async function findExemption(db: Db, exemptionId: ExemptionId): Promise<ExemptionRow | undefined> {
  return exemptionsQuery(db).where('exemptions.id', '=', exemptionId).executeTakeFirst();
}

/** The exemptions that a submission claims or claimed. */
export async function exemptionsClaimedBy(db: Db, submissionId: SubmissionId): Promise<ExemptionRow[]> {
  return exemptionsQuery(db).where('exemptions.submissionId', '=', submissionId).orderBy('exemptions.id').execute();
}
