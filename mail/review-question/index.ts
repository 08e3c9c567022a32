import { type Content, facts, heading, line, paragraph, quote, strong } from '../content';
import { type Notice, obligationOf } from '../notice';
import { act, appList, appsInShort, greeting, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** A reviewer asks about an item: what, in their words, and that no date moves by it. */
export function reviewQuestion(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  if (!told.question) throw new RangeError('a mail about a question needs facts.question');
  const words = inLanguage(language, en, zhCn);
  const { title, clauses } = obligationOf(told.question.obligation, language);
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'calm',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      appList(notice),
      facts([
        [words.itemLabel, line`${strong(say.obligation(title, clauses))}`],
        [words.askedLabel, dates.moment(notice.now)],
      ]),
      quote(told.question.words, words.by(vendor.name)),
      heading(words.nextHeading),
      paragraph(words.next),
      ...act(notice, words.button),
      paragraph(words.datesStay),
      ...whoToAsk(notice),
    ],
  };
}
