import { type Content, heading, line, note, paragraph } from '../content';
import { clauseInFull, whatWasFound } from '../finding';
import type { Notice } from '../notice';
import { act, appeal, appList, appsInShort, greeting, nextSteps, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { findingWords } from '../words/finding';
import { en } from './en';
import { zhCn } from './zh-cn';

/** The formal notice of a finding, which opens its gate: facts, clause, not-before dates, remedy, appeal (rule 1). */
export function findingNotice(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const own = findingWords(language);
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
      appList(notice),
      ...whatWasFound(notice),
      heading(words.clauseHeading),
      ...clauseInFull(notice),
      heading(words.followsHeading),
      ...nextSteps(notice),
      note(line`${say.notBefore}${words.finalFirst}`, 'warning'),
      heading(words.remedyHeading),
      paragraph(own.remedy),
      ...act(notice, own.answer),
      paragraph(own.cure),
      paragraph(own.clockStops),
      paragraph(own.alone),
      ...appeal(notice, words.appealHeading),
      ...whoToAsk(notice),
    ],
  };
}
