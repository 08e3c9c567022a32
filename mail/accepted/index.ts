import { button, type Content, facts, paragraph } from '../content';
import { besideFindings } from '../finding';
import type { Notice } from '../notice';
import { appList, appsInShort, bindingDay, greeting } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** The attestation is accepted: what it covers, and when the next is due. */
export function accepted(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'good',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([
        [words.acceptedLabel, dates.moment(notice.now)],
        [say.labels.coveredThrough, told.coveredThroughOn && bindingDay(dates, told.coveredThroughOn)],
        [say.labels.nextDue, told.nextDueOn && dates.zonedDay(told.nextDueOn)],
      ]),
      appList(notice),
      ...besideFindings(notice),
      ...(told.openFindings === undefined
        ? [paragraph(told.cycleKind === 'onboarding' ? words.onboarding : words.nothingLeft)]
        : []),
      button(say.open, notice.links.act),
    ],
  };
}
