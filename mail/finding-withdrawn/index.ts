import { type Content, heading, paragraph, quote } from '../content';
import { findingOf, whatWasFound } from '../finding';
import type { Notice } from '../notice';
import { act, appList, appsInShort, greeting, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { findingWords } from '../words/finding';
import { en } from './en';
import { zhCn } from './zh-cn';

/** The vendor takes a finding back, and all that it led to. */
export function findingWithdrawn(notice: Notice): Content {
  const { language, vendor, organisation, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const { reason, isReinstated } = findingOf(notice);
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'good',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      paragraph(isReinstated === true ? words.keysWork : words.ended),
      ...(reason === undefined ? [] : [quote(reason, findingWords(language).decidedBy(vendor.name))]),
      heading(say.theseApps),
      appList(notice),
      ...whatWasFound(notice),
      ...act(notice, say.open),
      ...whoToAsk(notice),
    ],
  };
}
