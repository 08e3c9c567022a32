import { button, type Content, facts, paragraph } from '../content';
import { besideFindings } from '../finding';
import type { Notice } from '../notice';
import { appList, appsInShort, bindingDay, greeting } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** Live keys work again: provisionally, until the vendor has answered, or for good. */
export function reinstated(notice: Notice): Content {
  const { language, facts: told, vendor, dates, say, organisation } = notice;
  const words = inLanguage(language, en, zhCn);
  const isProvisional = told.provisional === true;
  return {
    subject: words.subject(appsInShort(notice), organisation, isProvisional),
    kind: words.kind,
    title: words.title(isProvisional),
    preview: words.preview(organisation),
    tone: 'good',
    blocks: [
      greeting(notice),
      paragraph(words.what),
      facts([
        [say.labels.since, dates.moment(notice.now)],
        [words.howLabel, isProvisional ? words.provisional : words.final],
        [say.labels.coveredThrough, told.coveredThroughOn && bindingDay(dates, told.coveredThroughOn)],
        [say.labels.nextDue, told.nextDueOn && dates.zonedDay(told.nextDueOn)],
      ]),
      appList(notice),
      ...besideFindings(notice),
      ...(isProvisional ? [paragraph(words.untilAnswered(vendor.name))] : []),
      ...(isProvisional || told.openFindings !== undefined ? [] : [paragraph(words.nothingLeft)]),
      paragraph(words.otherSuspensions),
      button(say.open, notice.links.act),
    ],
  };
}
