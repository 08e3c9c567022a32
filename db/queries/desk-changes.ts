import type { Kysely } from 'kysely';
import type { DeveloperId, PersonId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Something that was decided about a developer. */
export interface DeskChange {
  seq: number;
  developerId: DeveloperId;
  accountManagerId: PersonId | null;
  decision: string;
}

/** The last entry of the audit log that can be seen; 0 when there is none. */
export async function lastDecision(db: Db): Promise<number> {
  const row = await db.selectFrom('auditEntries').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.seq ?? 0;
}

/** What was decided behind this entry, oldest first, at most so much. */
export async function decisionsAfter(db: Db, seq: number, most: number): Promise<DeskChange[]> {
  return db
    .selectFrom('auditEntries')
    .leftJoin('developerProfiles as profile', 'profile.developerId', 'auditEntries.developerId')
    .select(['auditEntries.seq', 'auditEntries.developerId', 'auditEntries.decision', 'profile.accountManagerId'])
    .where('auditEntries.seq', '>', seq)
    .orderBy('auditEntries.seq')
    .limit(most)
    .execute();
}
