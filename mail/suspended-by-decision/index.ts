import { button, type Content, facts, heading, item, line, list, paragraph, quote, strong } from '../content';
import type { Notice } from '../notice';
import { appeal, appList, appsInShort, greeting, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** Two people of the vendor's suspended an app at once: the statement of reasons. */
export function suspendedByDecision(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  if (!told.decision) throw new RangeError('a suspension by decision needs facts.decision');
  const words = inLanguage(language, en, zhCn);
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'serious',
    blocks: [
      greeting(notice),
      paragraph(words.what[told.decision.class](vendor.name)),
      facts([
        [say.labels.since, line`${strong(dates.moment(notice.now))}`],
        [words.clauseLabel, told.decision.clause],
      ]),
      heading(words.whyHeading),
      quote(told.decision.reason, words.by(vendor.name)),
      heading(say.theseApps),
      appList(notice),
      heading(words.effectHeading),
      list([item(words.stopsTitle, words.stops), item(words.staysTitle, words.stays)]),
      heading(words.answerHeading),
      paragraph(words.answer),
      button(say.open, notice.links.act),
      ...appeal(notice),
      ...whoToAsk(notice),
    ],
  };
}
