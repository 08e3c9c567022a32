import { button, type Content, facts, heading, item, line, list, paragraph, quote, strong } from '../content';
import type { Notice } from '../notice';
import { appList, appsInShort, greeting, objection, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** An app has ended for good, by the vendor's decision: what, why, and what is still open. */
export function revoked(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const reason = told.termination?.reason;
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'serious',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([[say.labels.since, line`${strong(dates.moment(notice.now))}`]]),
      heading(say.theseApps),
      appList(notice),
      ...(reason === undefined ? [] : [heading(words.whyHeading), quote(reason, words.by(vendor.name))]),
      heading(words.meansHeading),
      list([
        item(words.keysTitle, words.keys),
        item(words.duesTitle, words.dues),
        item(words.recordTitle, words.record),
        item(words.againTitle, words.again),
      ]),
      button(say.open, notice.links.act),
      ...objection(notice),
      ...whoToAsk(notice),
    ],
  };
}
