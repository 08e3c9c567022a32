import { type Block, type Content, facts, heading, item, list, note, paragraph, quote } from '../content';
import { clauseInFull, howToCure, whatWasFound } from '../finding';
import type { Notice } from '../notice';
import {
  act,
  appeal,
  appList,
  appsInShort,
  bindingDay,
  due,
  greeting,
  outstanding,
  outstandingOf,
  whoToAsk,
} from '../sections';
import { inLanguage } from '../words';
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
  const isOfFinding = told.finding !== undefined;
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
        : [appList(notice, ...(isRevocation && !isOfFinding ? [due(notice), outstanding(notice)] : []))]),
      heading(words.whyHeading),
      ...(reason === undefined ? [] : [quote(reason, words.by(vendor.name))]),
      heading(words.clauseHeading),
      ...(isOfFinding
        ? [...whatWasFound(notice), ...clauseInFull(notice)]
        : ground(notice, its.clause(say.policy(vendor.name)))),
      heading(words.whenHeading),
      facts([[words.notBeforeLabel, notBeforeOn && bindingDay(dates, notBeforeOn)]]),
      list([item(its.meansTitle, its.means)]),
      note(words.notBefore, 'warning'),
      heading(words.remedyHeading),
      ...(isOfFinding ? howToCure(notice) : [paragraph(its.remedy)]),
      ...act(notice, isRevocation && !isOfFinding ? say.attest : say.open),
      ...appeal(notice, words.appealHeading),
      ...whoToAsk(notice),
    ],
  };
}

function ground(notice: Notice, clause: string): Block[] {
  const { say } = notice;
  if (notice.facts.termination?.kind !== 'revocation') return [paragraph(clause)];
  return [
    paragraph(clause),
    ...(say.originalWords === undefined ? [] : [paragraph(say.originalWords)]),
    list(outstandingOf(notice).map((one) => item(say.obligation(one.title, one.clauses), ...one.clauseText))),
  ];
}
