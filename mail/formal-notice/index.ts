import { type Content, facts, heading, item, line, list, note, paragraph } from '../content';
import type { NamedObligation, Notice, QuotedClause } from '../notice';
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
  whatIsOnlyInEnglish,
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
  const quoted = clausesOf(outstandingOf(notice));
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
      ...whatIsOnlyInEnglish(notice, quoted),
      list(quoted.map(({ clause, words: wording }) => item(say.clause(clause), wording))),
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
function clausesOf(outstanding: readonly NamedObligation[]): QuotedClause[] {
  const quoted = new Map(outstanding.flatMap((one) => one.quoted).map((one) => [one.clause, one]));
  return [...quoted.values()].sort((one, other) => one.clause.localeCompare(other.clause));
}
