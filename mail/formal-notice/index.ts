import { type Content, facts, heading, item, line, list, note, paragraph } from '../content';
import { type NamedObligation, type Notice } from '../notice';
import {
  act,
  appealOfSteps,
  appList,
  appsInShort,
  bindingDay,
  due,
  greeting,
  nextSteps,
  outstanding,
  outstandingOf,
  whoToAsk,
} from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** The statement of reasons that opens the notice gate: facts, clause, not-before dates, remedy, appeal (rule 1). */
export function formalNotice(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const steps = nextSteps(notice);
  return {
    subject: words.subject(appsInShort(notice), organisation, told.dueOn && dates.shortDay(told.dueOn)),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name, organisation)),
      heading(words.factsHeading),
      facts([
        [say.labels.organisation, organisation],
        [say.labels.wasDue, told.dueOn && bindingDay(dates, told.dueOn)],
        [words.asOfLabel, dates.moment(notice.now)],
      ]),
      appList(notice, due(notice), outstanding(notice)),
      heading(words.clauseHeading),
      paragraph(words.clause(say.policy(vendor.name))),
      ...(say.originalWords === undefined ? [] : [paragraph(say.originalWords)]),
      list(clausesOf(outstandingOf(notice)).map(([number, wording]) => item(say.clause(number), wording))),
      heading(words.followsHeading),
      ...steps,
      note(line`${say.notBefore}${words.finalFirst}`, 'warning'),
      heading(words.remedyHeading),
      paragraph(words.remedy),
      ...act(notice),
      paragraph(say.cure),
      paragraph(say.clockStops),
      ...appealOfSteps(notice, words.appealHeading),
      ...whoToAsk(notice),
    ],
  };
}

/** Each clause once, in order, word for word: two obligations share clauses 3.2 and 3.3. */
function clausesOf(outstanding: readonly NamedObligation[]): [number: string, wording: string][] {
  const wordings = new Map(
    outstanding.flatMap(({ clauses, clauseText }) =>
      clauses.map((number, index): [string, string] => [number, clauseText[index] ?? '']),
    ),
  );
  return [...wordings].sort(([one], [other]) => one.localeCompare(other));
}
