import { type Block, type Content, facts, heading, item, list, note, paragraph, quote } from '../content';
import { clauseInFull, whatWasFound } from '../finding';
import type { Notice } from '../notice';
import {
  act,
  appealOfSteps,
  appList,
  appsInShort,
  bindingDay,
  due,
  greeting,
  objection,
  outstanding,
  outstandingOf,
  whatIsOnlyInEnglish,
  whoToAsk,
} from '../sections';
import { inLanguage } from '../words';
import { findingWords } from '../words/finding';
import { en } from './en';
import { zhCn } from './zh-cn';

/** Opens the gate of a revocation or an offboarding: why, on what it rests, what would end and not before when, how to answer (rule 1). */
export function terminationNotice(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  if (!told.termination) throw new RangeError('a termination notice needs facts.termination');
  const words = inLanguage(language, en, zhCn);
  const { kind, reason, notBeforeOn } = told.termination;
  const its = words[kind];
  const isRevocation = kind === 'revocation';
  const day = notBeforeOn && dates.shortDay(notBeforeOn);
  return {
    subject: its.subject(appsInShort(notice), organisation, day),
    kind: words.kind,
    title: its.title(day),
    preview: words.preview(organisation),
    tone: 'serious',
    blocks: [
      greeting(notice),
      paragraph(its.what(vendor.name, organisation)),
      ...(notice.apps.length === 0
        ? []
        : [appList(notice, ...(isRevocation ? [due(notice), outstanding(notice)] : []))]),
      heading(words.whyHeading),
      ...(reason === undefined ? [] : [quote(reason, words.by(vendor.name))]),
      heading(words.clauseHeading),
      ...restsOn(notice),
      heading(words.whenHeading),
      facts([[words.notBeforeLabel, notBeforeOn && bindingDay(dates, notBeforeOn)]]),
      list([item(its.meansTitle, its.means)]),
      note(words.notBefore, 'warning'),
      heading(words.remedyHeading),
      ...(told.finding
        ? [paragraph(findingWords(language).remedy), paragraph(words.curedFinding)]
        : [paragraph(its.remedy)]),
      ...act(notice, told.finding ? findingWords(language).answer : isRevocation ? say.attest : say.open),
      ...(isRevocation ? appealOfSteps : objection)(notice, words.appealHeading),
      ...whoToAsk(notice),
    ],
  };
}

/** What an app is suspended for, a finding or what is owed; for the end of it all the agreement. */
function restsOn(notice: Notice): Block[] {
  const { language, facts: told, vendor, say } = notice;
  if (told.finding) return [...whatWasFound(notice), ...clauseInFull(notice)];
  const kind = told.termination?.kind ?? 'revocation';
  const words = inLanguage(language, en, zhCn)[kind];
  return [paragraph(words.clause(say.policy(vendor.name))), ...(kind === 'revocation' ? clauses(notice) : [])];
}

function clauses(notice: Notice): Block[] {
  const { say } = notice;
  const owed = outstandingOf(notice);
  return [
    ...whatIsOnlyInEnglish(
      notice,
      owed.flatMap(({ quoted }) => quoted),
    ),
    list(
      owed.map(({ title, clauses: numbers, quoted }) =>
        item(say.obligation(title, numbers), ...quoted.map(({ words }) => words)),
      ),
    ),
  ];
}
