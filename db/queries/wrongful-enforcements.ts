import { type Kysely, sql } from 'kysely';
import type { DeveloperId } from '../../domain/ids';
import type { AppealAgainst } from '../../domain/lifecycle/appeals';
import type { Tables } from '../tables';

export interface WrongfulEnforcementFilter {
  against?: AppealAgainst | undefined;
  developerId?: DeveloperId | undefined;
}

/** What was enforced wrongly, with the names of whom it met. */
export function wrongfulEnforcementsQuery(db: Kysely<Tables>, filter: WrongfulEnforcementFilter) {
  return filtered(db, filter)
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'wrongfulEnforcements.developerId')
    .leftJoin('appProfiles', 'appProfiles.appId', 'wrongfulEnforcements.appId')
    .leftJoin('postMortems', 'postMortems.id', 'wrongfulEnforcements.postMortemId')
    .selectAll('wrongfulEnforcements')
    .select(['developerProfiles.legalName', 'appProfiles.name as appName', 'postMortems.concludedAt']);
}

export type WrongfulEnforcementRow = Awaited<
  ReturnType<ReturnType<typeof wrongfulEnforcementsQuery>['execute']>
>[number];

const restoreMs = sql`extract(epoch from restored_at - enforced_at) * 1000`;

/** How many there are of each kind, and how long they stood, in milliseconds. */
export async function wrongfulTotals(db: Kysely<Tables>, filter: WrongfulEnforcementFilter) {
  return filtered(db, filter)
    .select([
      'wrongfulEnforcements.against',
      sql<number>`count(*)::int`.as('count'),
      sql<number>`sum(${restoreMs})::float8`.as('sum'),
      sql<number>`max(${restoreMs})::float8`.as('longest'),
    ])
    .groupBy('wrongfulEnforcements.against')
    .execute();
}

function filtered(db: Kysely<Tables>, { against, developerId }: WrongfulEnforcementFilter) {
  let query = db.selectFrom('wrongfulEnforcements');
  if (against !== undefined) query = query.where('wrongfulEnforcements.against', '=', against);
  if (developerId !== undefined) query = query.where('wrongfulEnforcements.developerId', '=', developerId);
  return query;
}
