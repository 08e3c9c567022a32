import { button, type Content, facts, heading, item, list, paragraph } from '../content';
import type { Notice } from '../notice';
import { appList, greeting, objection, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** The developer has left: keys end for good, the record stays. */
export function offboarded(notice: Notice): Content {
  const { language, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const isByVendor = notice.facts.offboardedBy === 'vendor';
  return {
    subject: words.subject(organisation, vendor.name),
    kind: words.kind,
    title: words.title(vendor.name),
    preview: words.preview(organisation),
    tone: 'calm',
    blocks: [
      greeting(notice),
      paragraph((isByVendor ? words.byVendor : words.what)(organisation, vendor.name)),
      facts([[say.labels.since, dates.moment(notice.now)]]),
      ...(notice.apps.length === 0 ? [] : [heading(say.theseApps), appList(notice)]),
      heading(words.meansHeading),
      list([
        item(words.keysTitle, words.keys),
        item(words.duesTitle, words.dues),
        item(words.recordTitle, words.record),
      ]),
      button(say.open, notice.links.act),
      ...(isByVendor ? objection(notice) : []),
      ...whoToAsk(notice),
    ],
  };
}
