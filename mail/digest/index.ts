import { type Dates, datesIn } from '../../domain/calendar/dates';
import type { Day, Instant, TimeZone } from '../../domain/calendar/instant';
import { dayOf } from '../../domain/calendar/zoned';
import { type Language, type Standing, standings } from '../../domain/lifecycle/state';
import type { ObligationSlug } from '../../domain/obligations';
import {
  type Block,
  button,
  type Content,
  heading,
  item,
  type ListItem,
  line,
  link,
  list,
  paragraph,
} from '../content';
import type { VendorNames } from '../input';
import { obligationOf } from '../notice';
import { nameOf } from '../plain';
import { inLanguage, type Vocabulary, vocabulary } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** A row of the digest: whose it is, and where on the desk it is dealt with. */
interface DigestRow {
  organisation: { name: string };
  link: string;
}

/** How many there are of a kind, and the first of them: oldest first, or soonest. The mail shows no more than these. */
interface DigestList<Row> {
  count: number;
  items: readonly (DigestRow & Row)[];
}

/** Something that waits for an answer of the vendor. */
interface Awaiting {
  app: { name: string };
  since: Instant;
  workingDaysWaiting: number;
  isOverdue: boolean;
}

/** What an account manager or their lead finds on the desk this morning. */
export interface DigestInput {
  language: Language;
  /** The vendor's. Moments are shown in it. */
  timeZone: TimeZone;
  now: Instant;
  recipient: { name: string };
  vendor: VendorNames;
  /** The desk itself. */
  link: string;
  reviews: DigestList<Awaiting>;
  /** Questions of reviewers that were answered. `obligation`: the item that was asked about. */
  answers: DigestList<Awaiting & { obligation: ObligationSlug }>;
  extensions: DigestList<{ requestedAt: Instant; untilOn: Day }>;
  exemptions: DigestList<Awaiting & { untilOn: Day }>;
  appeals: DigestList<Awaiting>;
  /** Findings that were answered. */
  findings: DigestList<Awaiting>;
  /** Notices that reached nobody. `what` is the contact or notice as the desk names it. */
  bounced: DigestList<{ what: string; bouncedAt: Instant }>;
  /** Developers near their due day who have not entered a step. */
  notStarted: DigestList<{ dueOn: Day; apps: number }>;
  /** Apps whose live keys can be suspended within the next 14 days, unless they attest. */
  suspensions: DigestList<{ app: { name: string }; notBeforeAt: Instant; liveKeys: number }>;
  /** How many apps there are in each standing; one that is left out counts none. */
  standings: Readonly<Partial<Record<Standing, number>>>;
}

/** The lists of what waits, in the order in which the mail has them. */
const waitingLists = [
  'reviews',
  'answers',
  'exemptions',
  'appeals',
  'findings',
  'extensions',
  'bounced',
  'notStarted',
] as const;

type Words = typeof en;

/** The daily desk digest. */
export function digest(input: DigestInput): Content {
  const { language } = input;
  const words = inLanguage(language, en, zhCn);
  const say = vocabulary(language);
  const dates = datesIn(language, input.timeZone);
  const today = dayOf(input.now, input.timeZone);
  // A claimed exemption is decided, and an answer read, in the review that counts it already.
  const waiting = waitingLists
    .filter((list) => list !== 'exemptions' && list !== 'answers')
    .reduce((sum, list) => sum + input[list].count, 0);
  const ahead = input.suspensions.count;
  return {
    subject: words.subject(dates.shortDay(today), waiting, ahead),
    kind: words.kind,
    title: words.title(dates.day(today)),
    preview: words.preview(waiting, ahead),
    tone: ahead > 0 || input.bounced.count > 0 ? 'warning' : 'calm',
    blocks: [
      paragraph(say.hello(nameOf(input.recipient.name))),
      paragraph(waiting + ahead === 0 ? words.quiet : words.intro(waiting, ahead)),
      paragraph(words.times(dates.zone(input.now))),
      button(words.button, input.link),
      ...section(words, words.suspensions, input.suspensions.count, suspensionItems(input, words, dates)),
      ...waitingLists.flatMap((list) =>
        section(words, words[list], input[list].count, waitingItems[list](input, words, dates, say)),
      ),
      heading(words.standingsHeading),
      paragraph(standings.map((one) => `${words.standings[one]} ${input.standings[one] ?? 0}`).join(' · ')),
    ],
  };
}

function section(
  words: Words,
  told: { heading(count: number): string; none: string },
  count: number,
  items: readonly ListItem[],
): Block[] {
  if (count === 0) return [heading(told.heading(0)), paragraph(told.none)];
  const more = count - items.length;
  return [heading(told.heading(count)), list([...items]), ...(more > 0 ? [paragraph(words.more(more))] : [])];
}

const linked = (row: DigestRow, app?: { name: string }) =>
  line`${link(app ? `${nameOf(row.organisation.name)} · ${nameOf(app.name)}` : nameOf(row.organisation.name), row.link)}`;

const suspensionItems = ({ suspensions }: DigestInput, words: Words, dates: Dates) =>
  suspensions.items.map((row) =>
    item(linked(row, row.app), words.suspends(dates.moment(row.notBeforeAt)), words.liveKeys(row.liveKeys)),
  );

const awaitingItem = (row: DigestRow & Awaiting, since: string, words: Words, ...more: string[]) =>
  item(linked(row, row.app), since, words.waits(row.workingDaysWaiting, row.isOverdue), ...more);

type Items = (input: DigestInput, words: Words, dates: Dates, say: Vocabulary) => ListItem[];

const waitingItems: Readonly<Record<(typeof waitingLists)[number], Items>> = {
  reviews: ({ reviews }, words, dates) =>
    reviews.items.map((row) => awaitingItem(row, words.submitted(dates.localMoment(row.since)), words)),
  answers: ({ language, answers }, words, dates) =>
    answers.items.map((row) =>
      awaitingItem(
        row,
        words.answered(dates.localMoment(row.since)),
        words,
        obligationOf(row.obligation, language).title,
      ),
    ),
  exemptions: ({ exemptions }, words, dates) =>
    exemptions.items.map((row) =>
      awaitingItem(row, words.submitted(dates.localMoment(row.since)), words, words.until(dates.day(row.untilOn))),
    ),
  appeals: ({ appeals }, words, dates) =>
    appeals.items.map((row) => awaitingItem(row, words.filed(dates.localMoment(row.since)), words)),
  findings: ({ findings }, words, dates) =>
    findings.items.map((row) => awaitingItem(row, words.answered(dates.localMoment(row.since)), words)),
  extensions: ({ extensions }, words, dates) =>
    extensions.items.map((row) =>
      item(linked(row), words.requested(dates.localMoment(row.requestedAt)), words.until(dates.day(row.untilOn))),
    ),
  bounced: ({ bounced }, words, dates) =>
    bounced.items.map((row) => item(linked(row), nameOf(row.what), words.bouncedAt(dates.localMoment(row.bouncedAt)))),
  notStarted: ({ notStarted }, _words, dates, say) =>
    notStarted.items.map((row) => item(linked(row), say.dueBy(dates.day(row.dueOn)), say.apps(row.apps))),
};
