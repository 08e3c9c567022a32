import type { Dates } from '../domain/calendar/dates';
import type { Day } from '../domain/calendar/instant';
import {
  type Block,
  button,
  facts,
  heading,
  item,
  type Line,
  line,
  link,
  list,
  mailLink,
  note,
  paragraph,
  strong,
} from './content';
import type { NamedApp, NamedObligation, Notice, QuotedClause } from './notice';

/** Parts that several mails have: the words are the vocabulary's, the order is each mail's own. */

export const greeting = (notice: Notice): Block => paragraph(notice.say.hello(notice.recipient));

/** `Pocket Mirror (Native SDK)` for one app, `3 apps` for several: for subjects. */
export function appsInShort({ apps, say }: Notice): string {
  const [only] = apps;
  return apps.length === 1 && only ? only.name : say.apps(apps.length);
}

/** Every app of the notice with what the mail wants to say of it. */
export function appList(notice: Notice, ...say: ((app: NamedApp) => string | undefined)[]): Block {
  return list(notice.apps.map((app) => item(app.name, ...say.map((one) => one(app)))));
}

export const due =
  ({ say, dates }: Notice) =>
  ({ dueOn, isOverdue }: NamedApp): string => {
    if (dueOn === null) return say.dueUnset;
    return isOverdue ? say.overdueSince(dates.day(dueOn)) : say.dueBy(dates.day(dueOn));
  };

export const standing =
  ({ say }: Notice) =>
  (app: NamedApp): string =>
    say.state(say.standings[app.standing]);

export const outstanding =
  ({ say }: Notice) =>
  (app: NamedApp): string | undefined =>
    app.outstanding.length === 0
      ? undefined
      : say.outstanding(app.outstanding.map((one) => say.obligation(one.title, one.clauses)).join(say.separator));

/** Each obligation that is outstanding for any app, once. */
export function outstandingOf(notice: Notice): NamedObligation[] {
  const bySlug = new Map(notice.apps.flatMap((app) => app.outstanding).map((one) => [one.slug, one]));
  return [...bySlug.values()];
}

/** Says which of the clauses that follow are in English, for want of other words; nothing where none is. */
export function whatIsOnlyInEnglish({ say }: Notice, quoted: readonly QuotedClause[]): Block[] {
  const inEnglish = quoted.filter(({ isOnlyInEnglish }) => isOnlyInEnglish);
  if (inEnglish.length === 0) return [];
  return [paragraph(inEnglish.length === quoted.length ? say.allInEnglish : say.someInEnglish)];
}

/** A day that binds: the day itself stressed, its zone beside it. */
export const bindingDay = (dates: Dates, day: Day): Line => line`${strong(dates.day(day))}${dates.zoneAfter(day)}`;

/** What can follow and not before when, with what the words mean. Nothing where the facts name no step. */
export function nextSteps(notice: Notice): Block[] {
  const { restrictsNotBeforeOn, suspendsNotBeforeOn } = notice.facts;
  if (restrictsNotBeforeOn === undefined && suspendsNotBeforeOn === undefined) return [];
  const { say, dates } = notice;
  return [
    facts([
      [say.labels.restricts, restrictsNotBeforeOn && bindingDay(dates, restrictsNotBeforeOn)],
      [say.labels.suspends, suspendsNotBeforeOn && bindingDay(dates, suspendsNotBeforeOn)],
    ]),
    ...(restrictsNotBeforeOn === undefined ? [] : [paragraph(say.restrictedMeans)]),
    ...(suspendsNotBeforeOn === undefined ? [] : [paragraph(say.suspendedMeans)]),
  ];
}

/** The button to the page that puts it right, and the forecast where there is one. */
export function act(notice: Notice, label = notice.say.attest): Block[] {
  return [button(label, notice.links.act), ...forecast(notice)];
}

function forecast({ links, say }: Notice): Block[] {
  return links.forecast === undefined
    ? []
    : [paragraph(line`${say.forecastBefore}${link(say.forecast, links.forecast)}`)];
}

/** Says with a word about the attestation that another suspension covers the apps; nothing where none does. */
export const besideSuspensions = ({ say, facts: told }: Notice): Block[] =>
  told.isStillSuspended === true ? [note(say.stillSuspended, 'warning')] : [];

/** How to appeal: the page where there is one, else the vendor's address. */
export function appeal({ links, say, vendor, dates, extra, facts: told }: Notice, title = say.appeal): Block[] {
  const untilOn = told.appealUntilOn ?? extra?.appealUntilOn;
  const until = untilOn === undefined ? undefined : dates.zonedDay(untilOn);
  return [
    heading(title),
    paragraph(
      links.appeal === undefined
        ? line`${say.appealMail(until)}${mailLink(vendor.contactEmail)}`
        : line`${say.appealBy(until)}${link(say.appealLink, links.appeal)}`,
    ),
  ];
}

/** For mails before anything was decided that could be appealed: what comes can be, each step by itself. */
export function appealOfSteps({ links, say, vendor, extra }: Notice, title = say.appeal): Block[] {
  const where = links.appeal === undefined ? mailLink(vendor.contactEmail) : link(say.appealLink, links.appeal);
  return [heading(title), paragraph(line`${say.appealSteps(extra?.appealWithinDays)}${where}`)];
}

/** Where no appeal is taken by the portal, before or after the end of it all: reasons go to the vendor's address. */
export function objection({ say, vendor }: Notice, title = say.appeal): Block[] {
  return [heading(title), paragraph(line`${say.appealMail(undefined)}${mailLink(vendor.contactEmail)}`)];
}

/** What an appeal is against, in words, and what the facts say of it. Throws when the mail is about none. */
export function appealed({ say, facts: { appeal: told } }: Notice): {
  against: string;
  appeal: NonNullable<Notice['facts']['appeal']>;
} {
  if (!told) throw new RangeError('a mail about an appeal needs facts.appeal');
  return { against: say.appealAgainst[told.against], appeal: told };
}

export function whoToAsk({ say, vendor, extra }: Notice): Block[] {
  return [
    heading(say.whoToAsk),
    paragraph(line`${say.askBefore}${mailLink(vendor.contactEmail)}${say.askAfter(extra?.noticeId)}`),
  ];
}
