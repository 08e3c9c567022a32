import { type Dates, datesIn } from '../../domain/calendar/dates';
import type { Day, Instant, TimeZone } from '../../domain/calendar/instant';
import { dayOf } from '../../domain/calendar/zoned';
import { type Language, type Standing, standings } from '../../domain/lifecycle/state';
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
import { nameOf } from '../plain';
import { inLanguage, type Vocabulary, vocabulary } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** A row of the digest: whose it is, and where on the desk it is dealt with. */
interface DigestRow {
  organisation: { name: string };
  link: string;
}

/** What an account manager or their lead finds on the desk this morning. Lists come in full; the mail shows the first 20 of each. */
export interface DigestInput {
  language: Language;
  /** The vendor's. Moments are shown in it. */
  timeZone: TimeZone;
  now: Instant;
  recipient: { name: string };
  vendor: VendorNames;
  /** The desk itself. */
  link: string;
  reviews: readonly (DigestRow & {
    app: { name: string };
    submittedAt: Instant;
    workingDaysWaiting: number;
    isOverdue: boolean;
  })[];
  extensions: readonly (DigestRow & { requestedAt: Instant; untilOn: Day })[];
  /** Notices that reached nobody. `what` is the contact or notice as the desk names it. */
  bounced: readonly (DigestRow & { what: string; bouncedAt: Instant })[];
  /** Developers near their due day who have not entered a step. */
  notStarted: readonly (DigestRow & { dueOn: Day; apps: number })[];
  /** Apps whose live keys can be suspended within the next 14 days, unless they attest. */
  suspensions: readonly (DigestRow & { app: { name: string }; notBeforeAt: Instant; liveKeys: number })[];
  /** How many apps there are in each standing; one that is left out counts none. */
  standings: Readonly<Partial<Record<Standing, number>>>;
}

const longest = 20;
type Words = typeof en;

/** The daily desk digest. */
export function digest(input: DigestInput): Content {
  const { language } = input;
  const words = inLanguage(language, en, zhCn);
  const say = vocabulary(language);
  const dates = datesIn(language, input.timeZone);
  const today = dayOf(input.now, input.timeZone);
  const waiting = input.reviews.length + input.extensions.length + input.bounced.length + input.notStarted.length;
  const ahead = input.suspensions.length;
  return {
    subject: words.subject(dates.shortDay(today), waiting, ahead),
    kind: words.kind,
    title: words.title(dates.day(today)),
    preview: words.preview(waiting, ahead),
    tone: ahead > 0 || input.bounced.length > 0 ? 'warning' : 'calm',
    blocks: [
      paragraph(say.hello(nameOf(input.recipient.name))),
      paragraph(waiting + ahead === 0 ? words.quiet : words.intro(waiting, ahead)),
      paragraph(words.times(dates.zone(input.now))),
      button(words.button, input.link),
      ...section(words, words.suspensions, suspensionItems(input, words, dates)),
      ...section(words, words.reviews, reviewItems(input, words, dates)),
      ...section(words, words.extensions, extensionItems(input, words, dates)),
      ...section(words, words.bounced, bouncedItems(input, words, dates)),
      ...section(words, words.notStarted, notStartedItems(input, say, dates)),
      heading(words.standingsHeading),
      paragraph(standings.map((one) => `${words.standings[one]} ${input.standings[one] ?? 0}`).join(' · ')),
    ],
  };
}

function section(words: Words, told: { heading(count: number): string; none: string }, items: ListItem[]): Block[] {
  if (items.length === 0) return [heading(told.heading(0)), paragraph(told.none)];
  const more = items.length - longest;
  return [
    heading(told.heading(items.length)),
    list(items.slice(0, longest)),
    ...(more > 0 ? [paragraph(words.more(more))] : []),
  ];
}

const linked = (row: DigestRow, app?: { name: string }) =>
  line`${link(app ? `${nameOf(row.organisation.name)} · ${nameOf(app.name)}` : nameOf(row.organisation.name), row.link)}`;

const oldestFirst = <Row>(rows: readonly Row[], by: (row: Row) => number | string): Row[] =>
  [...rows].sort((one, other) => (by(one) < by(other) ? -1 : Number(by(one) > by(other))));

const suspensionItems = ({ suspensions }: DigestInput, words: Words, dates: Dates) =>
  oldestFirst(suspensions, (row) => row.notBeforeAt).map((row) =>
    item(linked(row, row.app), words.suspends(dates.moment(row.notBeforeAt)), words.liveKeys(row.liveKeys)),
  );

const reviewItems = ({ reviews }: DigestInput, words: Words, dates: Dates) =>
  oldestFirst(reviews, (row) => row.submittedAt).map((row) =>
    item(
      linked(row, row.app),
      words.submitted(dates.localMoment(row.submittedAt)),
      words.waits(row.workingDaysWaiting, row.isOverdue),
    ),
  );

const extensionItems = ({ extensions }: DigestInput, words: Words, dates: Dates) =>
  oldestFirst(extensions, (row) => row.requestedAt).map((row) =>
    item(linked(row), words.requested(dates.localMoment(row.requestedAt)), words.until(dates.day(row.untilOn))),
  );

const bouncedItems = ({ bounced }: DigestInput, words: Words, dates: Dates) =>
  oldestFirst(bounced, (row) => row.bouncedAt).map((row) =>
    item(linked(row), nameOf(row.what), words.bouncedAt(dates.localMoment(row.bouncedAt))),
  );

const notStartedItems = ({ notStarted }: DigestInput, say: Vocabulary, dates: Dates) =>
  oldestFirst(notStarted, (row) => row.dueOn).map((row) =>
    item(linked(row), say.dueBy(dates.day(row.dueOn)), say.apps(row.apps)),
  );
