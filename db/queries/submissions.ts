import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId, PersonId, RequirementId, SignatureId, StatementId, SubmissionId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { RequirementState } from '../../domain/lifecycle/state';
import type { SealedRecord } from '../../domain/statements/record';
import type { Tables } from '../tables';
import { questionsAbout, type ReviewQuestionRow } from './review-questions';

type Db = Kysely<Tables>;

/** Submissions with the app they are for and whether the developer's clock stands for them. */
export function submissionsQuery(db: Db) {
  const plan = sql`select from plans where plans.cycle_id = submissions.cycle_id and plans.app_id = submissions.app_id and plans.closed_at is null`;
  return db
    .selectFrom('submissions')
    .innerJoin('apps', 'apps.id', 'submissions.appId')
    .leftJoin('appProfiles', 'appProfiles.appId', 'submissions.appId')
    .select([
      'submissions.id',
      'submissions.developerId',
      'submissions.signatureId',
      'submissions.cycleId',
      'submissions.appId',
      'submissions.signedAt',
      'submissions.signedBy',
      'submissions.riskFlags',
      'submissions.checks',
      'submissions.needsReview',
      'submissions.reviewDueAt',
      'submissions.answeredAt',
      'apps.sdkProduct',
      'appProfiles.name as appName',
      sql<boolean>`submissions.answered_at is null and exists (${plan} and plans.stopped_at is not null)`.as(
        'isClockStopped',
      ),
      sql<boolean>`submissions.answered_at is null and exists (${plan} and plans.passed_provisionally_at is not null)`.as(
        'isPassedProvisionally',
      ),
    ]);
}

export type SubmissionRow = Awaited<ReturnType<ReturnType<typeof submissionsQuery>['execute']>>[number];

/** One submission of this developer; undefined when it is none of theirs. */
export async function findSubmission(db: Db, developerId: DeveloperId, submissionId: SubmissionId) {
  return submissionsQuery(db)
    .where('submissions.developerId', '=', developerId)
    .where('submissions.id', '=', submissionId)
    .executeTakeFirst();
}

/** One statement of a submission and what became of it there, even when it was stated again since. */
export interface SubmissionItem {
  submissionId: SubmissionId;
  requirementId: RequirementId;
  statementId: StatementId;
  sha256: string;
  record: SealedRecord;
  state: RequirementState;
  reasonCode: string | null;
  reason: string | null;
  decidedAt: Instant | null;
  decidedBy: Actor | null;
  questions: ReviewQuestionRow[];
}

/** The items of some submissions, in the order of signing. */
export async function itemsOf(db: Db, submissionIds: readonly SubmissionId[]): Promise<SubmissionItem[]> {
  if (submissionIds.length === 0) return [];
  const rows = await db
    .selectFrom('statements')
    .innerJoin('requirements', 'requirements.id', 'statements.requirementId')
    // What was decided in this round, last by an appeal: a requirement that was stated again has later entries too.
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom('auditEntries')
          .select(['decision', 'actor', 'at', 'eventId'])
          .whereRef('auditEntries.developerId', '=', 'statements.developerId')
          .whereRef('auditEntries.subject', '=', 'statements.requirementId')
          .where('auditEntries.decision', 'in', [
            'requirement.accepted',
            'requirement.exempted',
            'requirement.returned',
          ])
          .where(
            sql<boolean>`audit_entries.seq > (select min(received.seq) from audit_entries received where received.developer_id = statements.developer_id and received.decision = 'submission.received' and received.subject = statements.submission_id)`,
          )
          .orderBy(
            sql`case when requirements.submission_id = statements.submission_id then -audit_entries.seq else audit_entries.seq end`,
          )
          .limit(1)
          .as('decided'),
      (join) => join.onTrue(),
    )
    .leftJoin('notices', (join) =>
      join
        .onRef('notices.developerId', '=', 'statements.developerId')
        .on('notices.template', '=', 'returned')
        .on(sql`notices.occasion`, '=', sql.ref('statements.submission_id')),
    )
    .where('statements.submissionId', 'in', submissionIds)
    .select([
      'statements.id',
      'statements.submissionId',
      'statements.requirementId',
      'statements.sha256',
      'statements.record',
      'requirements.submissionId as currentSubmissionId',
      'requirements.obligation',
      'requirements.appId',
      'requirements.state',
      'requirements.reasonCode',
      'requirements.reason',
      'decided.decision',
      'decided.actor',
      'decided.at as decidedAt',
      'notices.facts',
    ])
    .orderBy('statements.createdAt')
    .orderBy(sql`array_position(array['law', 'notice', 'consent', 'rights'], requirements.obligation)`)
    .orderBy('statements.id')
    .execute();
  const questions = await questionsAbout(db, submissionIds);
  return rows.map((row) => {
    const isCurrent = row.currentSubmissionId === row.submissionId;
    const told = row.facts?.returned?.find((item) => item.appId === row.appId && item.obligation === row.obligation);
    const wasReturned = row.decision === 'requirement.returned';
    return {
      submissionId: row.submissionId as SubmissionId,
      requirementId: row.requirementId,
      statementId: row.id,
      sha256: row.sha256,
      record: row.record as unknown as SealedRecord,
      state: isCurrent ? row.state : stateAfter(row.decision),
      reasonCode: isCurrent ? row.reasonCode : wasReturned ? (told?.reasonCode ?? null) : null,
      reason: isCurrent ? row.reason : wasReturned ? (told?.reason ?? null) : null,
      decidedAt: row.decidedAt,
      decidedBy: row.actor,
      questions: questions.filter(
        (asked) => asked.submissionId === row.submissionId && asked.requirementId === row.requirementId,
      ),
    };
  });
}

/** What a decision made of a requirement that was stated again since. */
function stateAfter(decision: string | null): RequirementState {
  if (decision === 'requirement.returned') return 'returned';
  return decision === 'requirement.exempted' ? 'exempt' : 'accepted';
}

/** The submissions that one signature made, in the order of their apps' names. */
export async function submissionsOfSignature(db: Db, developerId: DeveloperId, signatureId: SignatureId) {
  return submissionsQuery(db)
    .where('submissions.developerId', '=', developerId)
    .where('submissions.signatureId', '=', signatureId)
    .orderBy('submissions.id')
    .execute();
}

/** What one signature began: when, and the submission of each requirement. */
export interface SignedRounds {
  /** Obligation time. */
  signedAt: Instant;
  submissions: ReadonlyMap<RequirementId, SubmissionId>;
}

/** The rounds as the decider made them: to be read in its transaction. Throws when the signature began none. */
export async function roundsOf(db: Db, signatureId: SignatureId): Promise<SignedRounds> {
  const rows = await db
    .selectFrom('requirements')
    .innerJoin('submissions', 'submissions.id', 'requirements.submissionId')
    .where('submissions.signatureId', '=', signatureId)
    .select(['requirements.id', 'submissions.id as submissionId', 'submissions.signedAt'])
    .execute();
  const [first] = rows;
  if (!first) throw new TypeError(`${signatureId} began no submission`);
  return { signedAt: first.signedAt, submissions: new Map(rows.map((row) => [row.id, row.submissionId])) };
}

/** The act of signing without the salt; undefined when it is none of this developer's. */
export async function findSignature(db: Db, developerId: DeveloperId, signatureId: SignatureId) {
  return db
    .selectFrom('signatures')
    .select(['id', 'signedAt', 'signedBy', 'words', 'language', 'commitment', 'delegationId'])
    .where('developerId', '=', developerId)
    .where('id', '=', signatureId)
    .executeTakeFirst();
}

/** The name and title as they were typed; null once the person was erased. */
export async function findSigner(db: Db, signatureId: SignatureId): Promise<{ name: string; title: string } | null> {
  const row = await db
    .selectFrom('signatures')
    .select(['typedName', 'typedTitle'])
    .where('id', '=', signatureId)
    .executeTakeFirst();
  if (!row || row.typedName === null || row.typedTitle === null) return null;
  return { name: row.typedName, title: row.typedTitle };
}

/** A statement as it was sealed; undefined when it is none of this developer's. */
export async function findStatement(db: Db, developerId: DeveloperId, statementId: StatementId) {
  return db
    .selectFrom('statements')
    .select(['id', 'sha256', 'record'])
    .where('developerId', '=', developerId)
    .where('id', '=', statementId)
    .executeTakeFirst();
}

/** One result of the automatic checks. */
export interface CheckRow {
  name: string;
  obligation: string | null;
  outcome: 'green' | 'amber' | 'red';
  /** Null in Chinese where it was kept in English alone. */
  detail: { en: string; 'zh-CN': string | null };
}

/** What the automatic checks found; empty while they run. */
export async function checkResultsOf(db: Db, submissionId: SubmissionId): Promise<CheckRow[]> {
  const row = await db
    .selectFrom('checkResults')
    .select('results')
    .where('submissionId', '=', submissionId)
    .executeTakeFirst();
  return (row?.results ?? []).map(({ name, obligation, outcome, detail, detailZhCn }) => ({
    name,
    obligation: obligation ?? null,
    outcome,
    detail: { en: detail, 'zh-CN': detailZhCn ?? null },
  }));
}

/** Names to sign with: the organisation's and its apps'. An id stands where no name was given. */
export async function namesToSign(db: Db, developerId: DeveloperId): Promise<{ organisation: string }> {
  const row = await db
    .selectFrom('developerProfiles')
    .select('legalName')
    .where('developerId', '=', developerId)
    .executeTakeFirst();
  return { organisation: row?.legalName ?? developerId };
}

/** Names of people by id; those who were erased are left out. */
export async function namesOfPeople(db: Db, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}
