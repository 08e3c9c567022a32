import { button, type Content, facts, heading, paragraph, quote } from '../content';
import type { Notice } from '../notice';
import { appealed, appList, appsInShort, greeting, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** An appeal is upheld: why, in the words of who decided, and what is taken back. */
export function appealUpheld(notice: Notice): Content {
  const { language, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const { against, appeal } = appealed(notice);
  return {
    subject: words.subject(against, appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'good',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name, against)),
      ...(appeal.words === undefined ? [] : [quote(appeal.words, words.by(vendor.name))]),
      facts([
        [say.labels.filed, dates.day(appeal.filedOn)],
        [words.decidedLabel, dates.moment(notice.now)],
      ]),
      heading(words.followsHeading),
      paragraph(words.follows[appeal.against]),
      appList(notice),
      paragraph(words.others),
      paragraph(words.recorded),
      button(say.open, notice.links.act),
      ...whoToAsk(notice),
    ],
  };
}
