import type { NoticeFacts } from '../domain/lifecycle/notices';
import { type Block, facts, heading, item, line, list, note, paragraph, quote } from './content';
import { type Notice, obligationOf } from './notice';
import { bindingDay, whatIsOnlyInEnglish } from './sections';
import { findingWords } from './words/finding';

/** Parts that the mails about a finding have. */

export type FindingTold = NonNullable<NoticeFacts['finding']>;

/** The finding that a mail is about. Throws a RangeError where the facts name none. */
export function findingOf(notice: Notice): FindingTold {
  if (!notice.facts.finding) throw new RangeError(`a mail of the template ${notice.template} needs facts.finding`);
  return notice.facts.finding;
}

/** What was found: the obligation and its clause, the last day to cure it, the vendor's words, what shows it. */
export function whatWasFound(notice: Notice): Block[] {
  const { language, say, dates, today, vendor } = notice;
  const { obligation, clause, facts: words, evidence } = findingOf(notice);
  const own = findingWords(language);
  const { dueOn } = notice.facts;
  const label = dueOn !== undefined && dueOn < today ? own.wasToBeCured : own.cureBy;
  return [
    facts([
      [own.obligationLabel, obligationOf(obligation, language).title],
      [own.clauseLabel, say.clause(clause)],
      [label, dueOn && bindingDay(dates, dueOn)],
    ]),
    quote(words, own.foundBy(vendor.name)),
    ...(evidence.length === 0 ? [] : [paragraph(own.evidenceHeading), list(evidence.map((one) => item(line`${one}`)))]),
  ];
}

/** The clause, word for word. */
export function clauseInFull(notice: Notice): Block[] {
  const { language, say, vendor } = notice;
  const { obligation, clause } = findingOf(notice);
  const quoted = obligationOf(obligation, language, notice.clauses).quoted.filter((one) => one.clause === clause);
  return [
    paragraph(say.policy(vendor.name)),
    ...whatIsOnlyInEnglish(notice, quoted),
    list([item(say.clause(clause), ...quoted.map(({ words }) => words))]),
  ];
}

/** How a finding is put right, and that nothing else puts it right. */
export function howToCure({ language, say }: Notice): Block[] {
  const own = findingWords(language);
  return [heading(say.howToFix), paragraph(own.remedy)];
}

/** Says with a word about the attestation that findings are open beside it; nothing where none is. */
export function besideFindings({ language, facts: { openFindings } }: Notice): Block[] {
  return openFindings === undefined ? [] : [note(findingWords(language).beside(openFindings), 'warning')];
}
