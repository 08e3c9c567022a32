import { type Content, heading, paragraph, quote } from '../content';
import { findingOf, howToCure, whatWasFound } from '../finding';
import type { Notice } from '../notice';
import { act, appeal, appList, appsInShort, greeting, nextSteps, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { findingWords } from '../words/finding';
import { en } from './en';
import { zhCn } from './zh-cn';

/** An answer does not cure a finding: why not, and which days hold now. */
export function findingNotCured(notice: Notice): Content {
  const { language, vendor, organisation, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const own = findingWords(language);
  const { reason } = findingOf(notice);
  const steps = nextSteps(notice);
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      ...(reason === undefined ? [] : [quote(reason, own.decidedBy(vendor.name))]),
      heading(say.theseApps),
      appList(notice),
      ...whatWasFound(notice),
      ...howToCure(notice),
      paragraph(words.stood),
      ...act(notice, own.answer),
      ...(steps.length === 0 ? [] : [heading(own.otherwise), ...steps, paragraph(say.notBefore)]),
      ...appeal(notice),
      ...whoToAsk(notice),
    ],
  };
}
