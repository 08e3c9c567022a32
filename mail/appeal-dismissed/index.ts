import { type Content, facts, heading, paragraph, quote } from '../content';
import { howToCure } from '../finding';
import type { Notice } from '../notice';
import { act, appealed, appList, appsInShort, due, greeting, nextSteps, outstanding, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { findingWords } from '../words/finding';
import { en } from './en';
import { zhCn } from './zh-cn';

/** An appeal is dismissed: why, in the words of who decided, and which days hold now. */
export function appealDismissed(notice: Notice): Content {
  const { language, vendor, organisation, dates, say } = notice;
  const { finding } = notice.facts;
  const words = inLanguage(language, en, zhCn);
  const { against, appeal } = appealed(notice);
  return {
    subject: words.subject(against, appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name, against)),
      ...(appeal.words === undefined ? [] : [quote(appeal.words, words.by(vendor.name))]),
      facts([[say.labels.filed, dates.day(appeal.filedOn)]]),
      paragraph(words.final),
      ...(finding ? howToCure(notice) : [heading(say.howToFix), paragraph(words.remedy)]),
      appList(notice, due(notice), outstanding(notice)),
      paragraph(words.stood),
      ...nextSteps(notice),
      ...act(notice, finding && findingWords(language).answer),
      ...whoToAsk(notice),
    ],
  };
}
