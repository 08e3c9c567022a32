import { type Dates, datesIn } from '../domain/calendar/dates';
import type { Day } from '../domain/calendar/instant';
import { dayOf } from '../domain/calendar/zoned';
import type { AppId } from '../domain/ids';
import type { NoticeFacts, NoticeTemplate } from '../domain/lifecycle/notices';
import type { Language, Standing } from '../domain/lifecycle/state';
import { type ObligationSlug, obligationEditions } from '../domain/obligations';
import { askedClauses } from '../domain/policies/asked-clauses';
import type { Clause } from '../domain/policies/policy-version';
import { sdkProductEditions } from '../domain/products';
import type { NoticeInput, PolicyInput, VendorNames } from './input';
import { addressOf, nameOf, oneLine } from './plain';
import { type Vocabulary, vocabulary } from './words';

/** One obligation as a mail names it. */
export interface NamedObligation {
  slug: ObligationSlug;
  title: string;
  clauses: readonly string[];
  quoted: readonly QuotedClause[];
}

/** A clause as a mail quotes it: in the reader's language, in English where no wording in that language is on record. */
export interface QuotedClause {
  clause: string;
  words: string;
  isOnlyInEnglish: boolean;
}

export interface NamedApp {
  id: AppId;
  /** Its name and SDK product. */
  name: string;
  standing: Standing;
  dueOn: Day | null;
  isOverdue: boolean;
  outstanding: readonly NamedObligation[];
}

/** A notice ready to be put in words: every name made safe, every id resolved, dates in the reader's language. */
export interface Notice extends Omit<NoticeInput, 'recipient' | 'organisation' | 'apps'> {
  recipient: string;
  organisation: string;
  apps: readonly NamedApp[];
  /** The day it is where the days of the facts are counted. */
  today: Day;
  dates: Dates;
  say: Vocabulary;
  nameOf(appId: AppId): string;
}

/** Mails that have the clauses of what they name in full. */
const quoting: ReadonlySet<NoticeTemplate> = new Set(['formal-notice', 'finding-notice', 'termination-notice']);
/** Those that do where they follow from a finding. */
const quotingForFinding: ReadonlySet<NoticeTemplate> = new Set(['final-notice', 'restricted', 'suspended']);

/** Whether a mail quotes clauses, so that it has to know how they are asked now; the others name them by their numbers. */
export function quotesClauses({ template, facts }: Pick<NoticeInput, 'template' | 'facts'>): boolean {
  return quoting.has(template) || (facts.finding !== undefined && quotingForFinding.has(template));
}

export function prepare(input: NoticeInput): Notice {
  const { language, extra } = input;
  const say = vocabulary(language);
  const daysTimeZone = extra?.daysTimeZone ?? input.timeZone;
  const today = dayOf(input.now, daysTimeZone);
  const appName = (appId: AppId) => {
    const app = input.apps[appId];
    if (!app) return oneLine(appId);
    const product = sdkProductEditions.findLast((edition) => edition.slug === app.sdkProduct);
    return say.product(nameOf(app.name), product?.name[language] ?? app.sdkProduct);
  };
  return {
    ...input,
    facts: factsInOneLine(input.facts),
    ...(input.policy && { policy: policyInOneLine(input.policy) }),
    recipient: nameOf(input.recipient.name),
    organisation: nameOf(input.organisation.name),
    vendor: vendorOf(input.vendor),
    apps: input.facts.apps.map(({ appId, standing, dueOn, outstanding }) => ({
      id: appId,
      name: appName(appId),
      standing,
      dueOn,
      isOverdue: dueOn !== null && dueOn < today,
      outstanding: outstanding.map((slug) => obligationOf(slug, language, input.clauses)),
    })),
    today,
    dates: datesIn(language, input.timeZone, daysTimeZone),
    say,
    nameOf: appName,
  };
}

export function vendorOf(vendor: VendorNames): VendorNames {
  return {
    name: nameOf(vendor.name),
    contactEmail: oneLine(vendor.contactEmail, 254),
    privacyNoticeUrl: addressOf(vendor.privacyNoticeUrl),
  };
}

/** By the newest edition: slugs and titles outlive editions. Its clauses as they are asked, where that is known. */
export function obligationOf(
  slug: ObligationSlug,
  language: Language,
  asked: NoticeInput['clauses'] = {},
): NamedObligation {
  const edition = obligationEditions.findLast((one) => one.slug === slug);
  if (!edition) throw new RangeError(`there is no obligation ${slug}`);
  const quoted = (asked[slug] ?? askedClauses(edition, null)).map((one) => quotedIn(one, language));
  return { slug, title: edition.title[language], clauses: quoted.map(({ clause }) => clause), quoted };
}

function quotedIn({ clause, en, zhCn }: Clause, language: Language): QuotedClause {
  const words = language === 'en' ? en : zhCn;
  return { clause: oneLine(clause, 20), words: oneLine(words ?? en, 8000), isOnlyInEnglish: words === null };
}

function policyInOneLine({ title, summary, clauses, ...policy }: PolicyInput): PolicyInput {
  return {
    ...policy,
    title: oneLine(title, 200),
    summary: oneLine(summary, 4000),
    clauses: clauses.map(({ clause, before, after }) => ({
      clause: oneLine(clause, 20),
      before: before === null ? null : oneLine(before, 8000),
      after: oneLine(after, 8000),
    })),
  };
}

function factsInOneLine(facts: NoticeFacts): NoticeFacts {
  const { returned, question, extension, exemption, appeal, finding, decision, lift, undoing, termination, task } =
    facts;
  return {
    ...facts,
    ...(returned && {
      returned: returned.map((one) => ({
        ...one,
        reasonCode: oneLine(one.reasonCode, 60),
        reason: oneLine(one.reason),
      })),
    }),
    ...(question && { question: { ...question, words: oneLine(question.words) } }),
    ...(extension && {
      extension: { ...extension, ...(extension.reason !== undefined && { reason: oneLine(extension.reason) }) },
    }),
    ...(appeal && { appeal: { ...appeal, ...(appeal.words !== undefined && { words: oneLine(appeal.words) }) } }),
    ...(finding && {
      finding: {
        ...finding,
        facts: oneLine(finding.facts),
        evidence: finding.evidence.map((one) => oneLine(one, 300)),
        ...(finding.reason !== undefined && { reason: oneLine(finding.reason) }),
      },
    }),
    ...(exemption && {
      exemption: {
        ...exemption,
        statute: oneLine(exemption.statute),
        ...(exemption.reason !== undefined && { reason: oneLine(exemption.reason) }),
      },
    }),
    ...(decision && {
      decision: { ...decision, reason: oneLine(decision.reason), clause: oneLine(decision.clause, 200) },
    }),
    ...(lift && { lift: { ...lift, reason: oneLine(lift.reason) } }),
    ...(undoing && { undoing: { ...undoing, reason: oneLine(undoing.reason) } }),
    ...(termination?.reason !== undefined && {
      termination: { ...termination, reason: oneLine(termination.reason) },
    }),
    ...(task && { task: { ...task, subject: oneLine(task.subject, 60) } }),
  };
}
