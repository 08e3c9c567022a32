import { button, type Content, facts, paragraph } from '../content';
import { besideFindings } from '../finding';
import type { Notice } from '../notice';
import { appList, appsInShort, greeting } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** The vendor's answer is late, so the app passes until it comes. */
export function passedProvisionally(notice: Notice): Content {
  const { language, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(vendor.name, organisation),
    tone: 'good',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([[say.labels.since, dates.moment(notice.now)]]),
      appList(notice),
      ...besideFindings(notice),
      ...(notice.facts.openFindings === undefined ? [paragraph(words.means)] : []),
      paragraph(words.next),
      button(say.open, notice.links.act),
    ],
  };
}
