import { button, type Content, facts, heading, paragraph } from '../content';
import type { Notice } from '../notice';
import { appealed, appList, appsInShort, bindingDay, due, greeting, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** An appeal has arrived: by when it is answered, and what waits meanwhile. */
export function appealReceived(notice: Notice): Content {
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
      facts([
        [say.labels.filed, dates.day(appeal.filedOn)],
        [say.labels.firstAnswer, bindingDay(dates, appeal.firstAnswerDueOn)],
        [say.labels.decision, bindingDay(dates, appeal.decisionDueOn)],
      ]),
      heading(words.waitsHeading),
      paragraph(words.waits),
      appList(notice, due(notice)),
      paragraph(words.attest),
      button(say.open, notice.links.act),
      ...whoToAsk(notice),
    ],
  };
}
