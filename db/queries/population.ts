import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId, PersonId } from '../../domain/ids';
import { followedDecisions, type PastDecision } from '../../domain/population/app-history';
import { moment } from '../instants';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** The next apps, by their ids, that had been registered by then. */
export async function appsThen(db: Db, at: Instant, after: AppId | null, limit: number) {
  let query = db
    .selectFrom('apps')
    .innerJoin('developers', 'developers.id', 'apps.developerId')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'apps.developerId')
    .leftJoin('developerOffsets', 'developerOffsets.developerId', 'apps.developerId')
    .leftJoin('appProfiles', 'appProfiles.appId', 'apps.id')
    .select([
      'apps.id',
      'apps.developerId',
      'apps.sdkProduct',
      'apps.entry',
      'apps.registeredAt',
      'developers.timeZone',
      'developerProfiles.legalName',
      'appProfiles.name as appName',
      'developerOffsets.offsetMs',
    ])
    .where('apps.registeredAt', '<=', moment(at) as never)
    .orderBy('apps.id')
    .limit(limit);
  if (after !== null) query = query.where('apps.id', '>', after);
  return query.execute();
}

export type AppThen = Awaited<ReturnType<typeof appsThen>>[number];

/** What was decided about these apps by then, oldest first, for each app. */
export async function decisionsOf(
  db: Db,
  apps: readonly Pick<AppThen, 'id' | 'developerId'>[],
  at: Instant,
): Promise<Map<AppId, PastDecision[]>> {
  const rows = await db
    .selectFrom('auditEntries')
    .select(['appId', 'at', 'decision', 'subject', 'data'])
    .where('developerId', 'in', [...new Set(apps.map((app) => app.developerId))])
    .where(
      'appId',
      'in',
      apps.map((app) => app.id),
    )
    .where('decision', 'in', [...followedDecisions])
    .where('at', '<=', moment(at) as never)
    .orderBy('seq')
    .execute();
  const found = new Map<AppId, PastDecision[]>();
  for (const { appId, ...decision } of rows) {
    if (appId === null) continue;
    const known = found.get(appId) ?? [];
    known.push(decision);
    found.set(appId, known);
  }
  return found;
}

/** A statement that had been accepted or exempted by then, the newest of each obligation of an app. */
export interface StatementThen {
  appId: AppId;
  developerId: DeveloperId;
  obligation: string;
  state: 'accepted' | 'exempt';
  catalogueVersion: string;
  statementId: string;
  sha256: string;
  words: string;
  signatureId: string;
  signedAt: Instant;
  signedBy: PersonId;
  /** As they were typed; null once the person was erased. */
  typedName: string | null;
  typedTitle: string | null;
  decidedAt: Instant;
}

/** Who had stated what about these apps by then, in which words. */
export async function statementsThen(
  db: Db,
  apps: readonly Pick<AppThen, 'id' | 'developerId'>[],
  at: Instant,
): Promise<StatementThen[]> {
  const { rows } = await sql<StatementThen>`
    select distinct on (requirements.app_id, requirements.obligation)
      requirements.app_id, requirements.developer_id, requirements.obligation, requirements.catalogue_version,
      case audit_entries.decision when 'requirement.exempted' then 'exempt' else 'accepted' end as state,
      statements.id as statement_id, statements.sha256, statements.record ->> 'statement' as words,
      signatures.id as signature_id, signatures.signed_at, signatures.signed_by, signatures.typed_name, signatures.typed_title,
      audit_entries.at as decided_at
    from requirements
    join audit_entries on audit_entries.developer_id = requirements.developer_id and audit_entries.subject = requirements.id
      and audit_entries.decision in ('requirement.accepted', 'requirement.exempted') and audit_entries.at <= ${moment(at)}
    join lateral (select * from statements where statements.requirement_id = requirements.id
      and statements.created_at <= audit_entries.at order by statements.created_at desc limit 1) statements on true
    join signatures on signatures.id = statements.signature_id
    where requirements.app_id = any(${apps.map((app) => app.id)})
    order by requirements.app_id, requirements.obligation, audit_entries.seq desc`.execute(db);
  return rows;
}
