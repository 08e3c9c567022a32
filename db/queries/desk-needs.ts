import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type {
  AppealId,
  AppId,
  CycleId,
  DeveloperId,
  ExemptionId,
  ExtensionId,
  FindingId,
  NoticeId,
  PersonId,
  RequirementId,
  ReviewQuestionId,
  SubmissionId,
} from '../../domain/ids';
import type { AppealAgainst } from '../../domain/lifecycle/appeals';
import type { NoticeTemplate } from '../../domain/lifecycle/notices';
import type { ObligationSlug } from '../../domain/obligations';
import { moment } from '../instants';
import type { Tables } from '../tables';
import { type DeskScope, isInScope } from './desk-scope';

type Db = Kysely<Tables>;

/** Something that waits for the vendor. Moments are in the time of the developer, which lies `offsetMs` ahead of wall time. */
export interface Waiting {
  developerId: DeveloperId;
  legalName: string;
  since: Instant;
  dueAt: Instant | null;
  isOverdue: boolean;
  offsetMs: number;
}

/** How many there are of a kind, and the oldest of them. */
export interface Need<Extra> {
  count: number;
  overdueCount: number;
  rows: (Waiting & Extra)[];
}

interface OfApp {
  appId: AppId;
  appName: string;
}

export interface Needs {
  /** `hasAnswers`: the developer answered what was asked about an item that is not decided. */
  reviews: Need<OfApp & { submissionId: SubmissionId; hasAnswers: boolean }>;
  /** Questions of reviewers that were answered, about items that are not decided; the last of each item. */
  answers: Need<
    OfApp & {
      questionId: ReviewQuestionId;
      submissionId: SubmissionId;
      requirementId: RequirementId;
      obligation: ObligationSlug;
      askedBy: PersonId;
    }
  >;
  extensions: Need<{ extensionId: ExtensionId; untilOn: Day }>;
  exemptions: Need<
    OfApp & { exemptionId: ExemptionId; submissionId: SubmissionId; obligation: ObligationSlug; askedUntilOn: Day }
  >;
  appeals: Need<OfApp & { appealId: AppealId; against: AppealAgainst; isAcknowledged: boolean }>;
  findings: Need<OfApp & { findingId: FindingId; obligation: ObligationSlug }>;
  bounced: Need<{ noticeId: NoticeId; template: NoticeTemplate }>;
  notStarted: Need<{ cycleId: CycleId; dueOn: Day; appCount: number }>;
}

/** What waits for the vendor, oldest first, `first` of each kind. `now` is wall time. The page of the desk and the digest both read it. */
export async function loadNeeds(db: Db, scope: DeskScope, now: Instant, first: number): Promise<Needs> {
  const ask = { db, scope, now, first };
  const app = sql`, app.app_id, app.name as app_name`;
  const joinApp = sql`join app_profiles app on app.app_id = waiting.app_id`;
  return {
    reviews: await need(ask, {
      from: sql`submissions waiting ${joinApp}`,
      where: sql`waiting.answered_at is null and waiting.needs_review`,
      since: sql`waiting.signed_at`,
      dueAt: sql`waiting.review_due_at`,
      columns: sql`waiting.id as submission_id ${app}, exists (select from review_questions asked
        join requirements item on item.id = asked.requirement_id and item.submission_id = waiting.id and item.state = 'submitted'
        where asked.submission_id = waiting.id and asked.answered_at is not null) as has_answers`,
    }),
    answers: await need(ask, {
      from: sql`review_questions waiting
        join submissions on submissions.id = waiting.submission_id and submissions.answered_at is null
        join requirements item on item.id = waiting.requirement_id and item.submission_id = waiting.submission_id
          and item.state = 'submitted'
        join app_profiles app on app.app_id = submissions.app_id`,
      where: sql`waiting.answered_at is not null and not exists (select from review_questions later
        where later.submission_id = waiting.submission_id and later.requirement_id = waiting.requirement_id
          and (later.asked_at, later.id) > (waiting.asked_at, waiting.id))`,
      // Whoever asked wants to know, whosever developer it is.
      ...(scope !== 'all' && { orOf: sql`waiting.asked_by = any (${scope}::text[])` }),
      since: sql`waiting.answered_at`,
      dueAt: sql`submissions.review_due_at`,
      columns: sql`waiting.id as question_id, waiting.submission_id, waiting.requirement_id, waiting.asked_by, item.obligation ${app}`,
    }),
    extensions: await need(ask, {
      from: sql`extensions waiting`,
      where: sql`waiting.state = 'open'`,
      since: sql`waiting.requested_at`,
      columns: sql`waiting.id as extension_id, waiting.until_on`,
    }),
    exemptions: await need(ask, {
      from: sql`exemptions waiting join submissions on submissions.id = waiting.submission_id ${joinApp}`,
      where: sql`waiting.state = 'claimed' and submissions.answered_at is null`,
      since: sql`waiting.asked_at`,
      dueAt: sql`submissions.review_due_at`,
      columns: sql`waiting.id as exemption_id, waiting.submission_id, waiting.obligation, waiting.asked_until_on ${app}`,
    }),
    appeals: await need(ask, {
      from: sql`appeals waiting ${joinApp}`,
      where: sql`waiting.state = 'open'`,
      since: sql`waiting.filed_at`,
      dueAt: sql`case when waiting.first_answered_at is null
        then least(waiting.first_answer_due_at, waiting.decision_due_at) else waiting.decision_due_at end`,
      columns: sql`waiting.id as appeal_id, waiting.against, waiting.first_answered_at is not null as is_acknowledged ${app}`,
    }),
    findings: await need(ask, {
      from: sql`findings waiting ${joinApp}`,
      where: sql`waiting.state in ('open', 'answered') and waiting.state = 'answered'`,
      since: sql`waiting.answered_at`,
      // The service level is forgotten once the lead was told; the day it was for is not.
      dueAt: sql`waiting.review_due_at`,
      isLate: sql`waiting.review_due_at is null`,
      columns: sql`waiting.id as finding_id, waiting.obligation ${app}`,
    }),
    bounced: await need(ask, {
      from: sql`tasks waiting join notices on notices.id = waiting.subject`,
      where: sql`waiting.closed_at is null and waiting.kind = 'bounced-contact'`,
      since: sql`coalesce(notices.bounced_at, waiting.opened_at)`,
      columns: sql`notices.id as notice_id, notices.template`,
    }),
    notStarted: await need(ask, {
      from: sql`tasks waiting join cycles on cycles.id = waiting.subject and cycles.due_on is not null`,
      where: sql`waiting.closed_at is null and waiting.kind = 'not-started'`,
      since: sql`waiting.opened_at`,
      columns: sql`cycles.id as cycle_id, cycles.due_on, (select count(*)::int from plans
        where plans.cycle_id = cycles.id and plans.closed_at is null) as app_count`,
    }),
  };
}

interface Question {
  /** A table as `waiting`, with what it is joined to. */
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  /** Whose it is beside those who look after the developer. */
  orOf?: RawBuilder<unknown>;
  since: RawBuilder<unknown>;
  dueAt?: RawBuilder<unknown>;
  /** Late for another reason than its day. */
  isLate?: RawBuilder<unknown>;
  columns: RawBuilder<unknown>;
}

async function need<Extra>(
  { db, scope, now, first }: { db: Db; scope: DeskScope; now: Instant; first: number },
  { from, where, orOf = sql`false`, since, dueAt = sql`null::timestamptz`, isLate = sql`false`, columns }: Question,
): Promise<Need<Extra>> {
  const isOverdue = sql`(${isLate} or coalesce(
    ${dueAt} <= ${moment(now)} + make_interval(secs => coalesce(moved.offset_ms, 0) / 1000.0), false))`;
  const { rows } = await sql<Waiting & Extra & { total: number; overdueTotal: number }>`
    select profile.developer_id, profile.legal_name, ${since} as since, ${dueAt} as due_at, ${isOverdue} as is_overdue,
      coalesce(moved.offset_ms, 0) as offset_ms, ${columns},
      count(*) over () as total, count(*) filter (where ${isOverdue}) over () as overdue_total
    from ${from}
    join developer_profiles profile on profile.developer_id = waiting.developer_id
    left join developer_offsets moved on moved.developer_id = waiting.developer_id
    where ${where} and (${isInScope(scope)} or ${orOf})
    order by 3, waiting.id limit ${first}`.execute(db);
  const [head] = rows;
  return {
    count: head?.total ?? 0,
    overdueCount: head?.overdueTotal ?? 0,
    rows: rows.map(({ total: _total, overdueTotal: _overdue, ...row }) => row as unknown as Waiting & Extra),
  };
}
