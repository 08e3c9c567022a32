import { type ClausesByObligation, clausesAskedOf } from '../db/queries/asked-clauses';
import { loadNames } from '../db/queries/names';
import type { PolicyVersionRow } from '../db/workspace/policies';
import { daysIn } from '../domain/calendar/zoned';
import type { DeveloperId, NoticeId, PolicyVersionId, ReviewQuestionId, SubmissionId } from '../domain/ids';
import { lastAppealDay } from '../domain/lifecycle/appealable';
import type { Language, Notice } from '../domain/lifecycle/state';
import { portalPaths } from '../domain/paths';
import { compareClauses } from '../domain/policies/policy-version';
import type { SdkProductSlug } from '../domain/products';
import { type PolicyInput, quotesClauses, type RenderedMail, renderNotice } from '../mail';
import type { ActivityDeps } from './deps';
import type { Recipient } from './recipients';

/** A queued notice with the names that its mail needs. */
export interface NoticeToSend extends Notice {
  developerId: DeveloperId;
  legalName: string;
  timeZone: string;
  apps: Record<string, { name: string; sdkProduct: SdkProductSlug }>;
  /** What it quotes: the clauses of the obligations that it names, as they are asked now. */
  clauses: ClausesByObligation;
  /** The version of the policy that it speaks of. */
  policy: PolicyVersionRow | null;
  /** The submission that it asks about; null where it asks nothing. */
  askedAbout: SubmissionId | null;
}

/** The notice if it still waits to be sent; null when it was cancelled or settled meanwhile. */
export async function noticeToSend(
  deps: ActivityDeps,
  developerId: DeveloperId,
  noticeId: NoticeId,
): Promise<NoticeToSend | null> {
  const notice = await deps.db
    .selectFrom('notices')
    .selectAll()
    .where('id', '=', noticeId)
    .where('developerId', '=', developerId)
    .executeTakeFirst();
  if (!notice || notice.state !== 'queued') return null;
  const policy = await policyOf(deps, notice.facts.policy?.policyVersionId);
  const askedAbout = notice.template === 'review-question' ? await submissionOf(deps, notice) : null;
  const clauses = quotesClauses(notice) ? await clausesAskedOf(deps.db, { developerId, ...namedIn(notice) }) : {};
  return { ...notice, ...(await loadNames(deps.db, developerId)), clauses, policy, askedAbout };
}

/** The obligations that a notice names, and of which apps. */
function namedIn({ facts: { apps, finding } }: Pick<Notice, 'facts'>) {
  const named = [...apps.flatMap(({ outstanding }) => outstanding), ...(finding ? [finding.obligation] : [])];
  return { appIds: apps.map(({ appId }) => appId), obligations: [...new Set(named)] };
}

/** A question is the occasion of its mail. */
async function submissionOf(deps: ActivityDeps, { occasion }: Pick<Notice, 'occasion'>): Promise<SubmissionId> {
  const { submissionId } = await deps.db
    .selectFrom('reviewQuestions')
    .select('submissionId')
    .where('id', '=', occasion as ReviewQuestionId)
    .executeTakeFirstOrThrow();
  return submissionId;
}

async function policyOf(deps: ActivityDeps, id: PolicyVersionId | undefined): Promise<PolicyVersionRow | null> {
  if (id === undefined) return null;
  return deps.db.selectFrom('policyVersions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** The mail of a notice to one person, as it reads while no policy is published: what was sent is kept with its delivery. */
export function mailOf(
  deps: ActivityDeps,
  notice: NoticeToSend,
  recipient: Recipient,
): RenderedMail & { headers: Record<string, string> } {
  const { publicUrl, vendor } = deps.settings;
  const { terms } = deps.lifecycle;
  const isStaff = recipient.audience === 'am' || recipient.audience === 'lead' || recipient.audience === 'compliance';
  const paths = portalPaths(publicUrl);
  const mail = renderNotice({
    template: notice.template,
    facts: notice.facts,
    language: recipient.language,
    timeZone: isStaff ? terms.vendor.timeZone : notice.timeZone,
    now: notice.createdAt,
    recipient: { name: recipient.name },
    organisation: { name: notice.legalName },
    apps: notice.apps,
    clauses: notice.clauses,
    vendor: { ...vendor, privacyNoticeUrl: paths.privacyNotice },
    ...(notice.policy && { policy: policyIn(notice.policy, recipient.language) }),
    links: {
      act: isStaff ? paths.deskDeveloper(notice.developerId) : pageOf(paths, notice),
      appeal: paths.appeal(notice.developerId, notice.id),
      forecast: paths.status(notice.developerId),
    },
    extra: {
      noticeId: notice.id,
      ...(notice.cycleId && { cycleId: notice.cycleId }),
      daysTimeZone: notice.timeZone,
      appealUntilOn: lastAppealDay(notice.createdAt, notice.timeZone, terms),
      appealWithinDays: daysIn(terms.appealWithin),
    },
  });
  return { ...mail, headers: { 'Auto-Submitted': 'auto-generated', 'X-Avow-Notice': notice.id } };
}

/** Where a developer's people do what the mail asks. */
function pageOf(paths: ReturnType<typeof portalPaths>, { developerId, askedAbout }: NoticeToSend): string {
  return askedAbout === null ? paths.developer(developerId) : paths.submission(developerId, askedAbout);
}

/** What a published version changed, in one language: frozen with it, so that it reads the same for ever. */
function policyIn(policy: PolicyVersionRow, language: Language): PolicyInput {
  const isEnglish = language === 'en';
  const changed = compareClauses(policy.clausesBefore ?? [], policy.clauses).filter(({ isChanged }) => isChanged);
  return {
    title: policy.title,
    effectiveOn: policy.effectiveOn,
    summary: isEnglish ? policy.summary.en : policy.summary.zhCn,
    clauses: changed.map(({ clause, before, after }) => ({
      clause,
      before: (isEnglish ? before?.en : before?.zhCn) ?? null,
      after: (isEnglish ? after.en : after.zhCn) ?? '',
    })),
  };
}
