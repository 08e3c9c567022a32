import { type Kysely, sql } from 'kysely';
import type { AppId, DeveloperId, PersonId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

export interface TimelineFilter {
  appId?: AppId | undefined;
  decision?: string | undefined;
  actorKind?: string | undefined;
  /** Leaves out what concerns the vendor's people alone: their tasks, the mails about them, and what they only asked each other. */
  withoutTasks: boolean;
}

/** The query of a developer's audit entries, for `paged`. */
export function timelineQuery(db: Db, developerId: DeveloperId, filter: TimelineFilter) {
  let query = db.selectFrom('auditEntries').selectAll().where('developerId', '=', developerId);
  if (filter.appId !== undefined) query = query.where('appId', '=', filter.appId);
  if (filter.decision !== undefined) query = query.where('decision', '=', filter.decision);
  if (filter.actorKind !== undefined) query = query.where(sql<boolean>`actor ->> 'kind' = ${filter.actorKind}`);
  if (filter.withoutTasks)
    query = query.where(
      sql<boolean>`decision not like 'task.%' and decision not in ('suspension.requested', 'suspension.refused', 'suspension.withdrawn')
        and data ->> 'template' is distinct from 'task'
        and not exists (select from notices where notices.id = audit_entries.subject and notices.template = 'task')`,
    );
  return query;
}

export const timelineSorts = { seq: { by: 'auditEntries.seq', kind: 'number' } } as const;

/** Names of people as they are now; erased ones are left out. With `of`, only names that this developer may see: those of its contacts and delegates. */
export async function namesOf(
  db: Db,
  personIds: readonly string[],
  of: DeveloperId | null,
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  let query = db
    .selectFrom('people')
    .select(['people.id', 'people.name'])
    .where('people.id', 'in', [...new Set(personIds)] as PersonId[])
    .where('people.name', 'is not', null);
  if (of !== null)
    query = query.where(
      sql<boolean>`exists (select from memberships where memberships.person_id = people.id and memberships.developer_id = ${of}
        and (memberships.verified_at is not null or memberships.is_introducer))
        or exists (select from delegates join delegations on delegations.id = delegates.delegation_id
          where delegates.person_id = people.id and delegations.developer_id = ${of}
            and (delegates.verified_at is not null or delegates.is_introducer))`,
    );
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.id, row.name ?? '']));
}
