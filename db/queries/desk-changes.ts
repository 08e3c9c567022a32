import { type Kysely, sql } from 'kysely';
import type { DeveloperId, PersonId, ReviewQuestionId } from '../../domain/ids';
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

/** A question of a reviewer that has no answer yet. */
export interface OpenQuestion {
  id: ReviewQuestionId;
  developerId: DeveloperId;
  accountManagerId: PersonId | null;
}

/** What reviewers asked about submissions that wait for their answer, and nobody has answered yet. */
export async function openQuestions(db: Db): Promise<OpenQuestion[]> {
  return db
    .selectFrom('submissions')
    .innerJoin('reviewQuestions as question', 'question.submissionId', 'submissions.id')
    .leftJoin('developerProfiles as profile', 'profile.developerId', 'submissions.developerId')
    .select(['question.id', 'submissions.developerId', 'profile.accountManagerId'])
    .where('submissions.answeredAt', 'is', null)
    .where('question.answeredAt', 'is', null)
    .execute();
}

/** Entries that commit behind others that began later are noticed as far back as this. */
const looksBack = 200;

/** Differs whenever something was decided in between, a reviewer's question was answered, or a developer's time was moved. */
export async function markOfRecord(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', min(seq), max(seq), (select sum(offset_ms) from developer_offsets),
      (select count(*) from review_questions where answered_at is null)) as mark
    from (select seq from audit_entries order by seq desc limit ${sql.lit(looksBack)}) last`.execute(db);
  return rows[0]?.mark ?? '';
}
