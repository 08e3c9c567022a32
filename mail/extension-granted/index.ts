import { type Content, facts, heading, paragraph, quote } from '../content';
import type { Notice } from '../notice';
import { act, appList, appsInShort, bindingDay, due, greeting, nextSteps, outstanding } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** More time is granted: until when, and what moves with it. */
export function extensionGranted(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const { extension } = told;
  const untilOn = told.dueOn ?? extension?.grantedUntilOn;
  return {
    subject: words.subject(appsInShort(notice), organisation, untilOn && dates.shortDay(untilOn)),
    kind: words.kind,
    title: words.title(untilOn && dates.shortDay(untilOn)),
    preview: words.preview(organisation),
    tone: 'good',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([
        [words.askedLabel, extension && dates.day(extension.untilOn)],
        [words.grantedLabel, extension?.grantedUntilOn && dates.day(extension.grantedUntilOn)],
        [words.dueLabel, untilOn && bindingDay(dates, untilOn)],
      ]),
      ...(extension?.reason ? [quote(extension.reason, words.by(vendor.name))] : []),
      appList(notice, due(notice), outstanding(notice)),
      paragraph(words.once),
      ...act(notice, say.open),
      heading(say.otherwise),
      paragraph(words.otherwise),
      ...nextSteps(notice),
    ],
  };
}
