import { button, type Content, facts, paragraph, quote } from '../content';
import type { Notice } from '../notice';
import { appealed, appList, appsInShort, bindingDay, due, greeting, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** The first answer to an appeal, in the words of who gave it, and by when it is decided. */
export function appealAcknowledged(notice: Notice): Content {
  const { language, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const { against, appeal } = appealed(notice);
  return {
    subject: words.subject(against, appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'calm',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name, against)),
      ...(appeal.words === undefined ? [] : [quote(appeal.words, words.by(vendor.name))]),
      facts([
        [say.labels.filed, dates.day(appeal.filedOn)],
        [say.labels.decision, bindingDay(dates, appeal.decisionDueOn)],
      ]),
      appList(notice, due(notice)),
      paragraph(words.stands),
      button(say.open, notice.links.act),
      ...whoToAsk(notice),
    ],
  };
}
