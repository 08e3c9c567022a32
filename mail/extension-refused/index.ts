import { type Content, facts, heading, paragraph, quote } from '../content';
import type { Notice } from '../notice';
import {
  act,
  appealOfSteps,
  appList,
  appsInShort,
  bindingDay,
  due,
  greeting,
  nextSteps,
  outstanding,
  whoToAsk,
} from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** More time is refused: why, and which day holds now. */
export function extensionRefused(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say, today } = notice;
  const words = inLanguage(language, en, zhCn);
  const { extension, dueOn } = told;
  const label = dueOn !== undefined && dueOn < today ? say.labels.wasDue : words.dueLabel;
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([
        [words.askedLabel, extension && dates.day(extension.untilOn)],
        [label, dueOn && bindingDay(dates, dueOn)],
      ]),
      ...(extension?.reason ? [quote(extension.reason, words.by(vendor.name))] : []),
      appList(notice, due(notice), outstanding(notice)),
      paragraph(words.stood),
      ...act(notice),
      heading(say.otherwise),
      paragraph(words.otherwise),
      ...nextSteps(notice),
      ...appealOfSteps(notice),
      ...whoToAsk(notice),
    ],
  };
}
