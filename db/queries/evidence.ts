import { type Kysely, sql } from 'kysely';
import type { AppId, DeveloperId, EvidenceId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** The files of a developer, without their content. */
export function evidenceQuery(db: Db, developerId: DeveloperId) {
  return db
    .selectFrom('evidence')
    .where('evidence.developerId', '=', developerId)
    .select([
      'evidence.id',
      'evidence.appId',
      'evidence.fileName',
      'evidence.mediaType',
      'evidence.size',
      'evidence.sha256',
      'evidence.uploadedBy',
      'evidence.uploadedAt',
      sql<boolean>`evidence.content is null`.as('isDestroyed'),
    ]);
}

export type EvidenceRow = Awaited<ReturnType<typeof findEvidence>> & {};

/** One file; undefined when it is none of this developer's. */
export async function findEvidence(db: Db, developerId: DeveloperId, evidenceId: EvidenceId) {
  return evidenceQuery(db, developerId).where('evidence.id', '=', evidenceId).executeTakeFirst();
}

/** Some files of a developer by their ids; those that are not theirs are left out. */
export async function evidenceByIds(
  db: Db,
  developerId: DeveloperId,
  ids: readonly EvidenceId[],
): Promise<Map<EvidenceId, EvidenceRow>> {
  if (ids.length === 0) return new Map();
  const rows = await evidenceQuery(db, developerId)
    .where('evidence.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The content of a file; null when it was destroyed, undefined when there is no such file. */
export async function evidenceContent(db: Db, developerId: DeveloperId, evidenceId: EvidenceId) {
  const row = await db
    .selectFrom('evidence')
    .select('content')
    .where('developerId', '=', developerId)
    .where('id', '=', evidenceId)
    .executeTakeFirst();
  return row?.content;
}

/** An app of a developer, as far as routes beside it need to know; undefined when it is not theirs. */
export async function findApp(db: Db, developerId: DeveloperId, appId: AppId) {
  return db
    .selectFrom('apps')
    .select(['id', 'retiredAt', 'sdkProduct'])
    .where('developerId', '=', developerId)
    .where('id', '=', appId)
    .executeTakeFirst();
}
