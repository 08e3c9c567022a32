import { type Block, type Content, facts, heading, line, paragraph, quote, strong } from '../content';
import { type Notice, obligationOf } from '../notice';
import { act, appeal, appsInShort, greeting, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** Items sent back, each with its reason code and the reviewer's sentence, marked as theirs. */
export function returned(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const items = told.returned ?? [];
  const by = words.by(vendor.name);
  return {
    subject: words.subject(items.length, appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title(items.length),
    preview: words.preview(organisation),
    tone: 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      ...items.flatMap(({ appId, obligation, reasonCode, reason }, index): Block[] => {
        const { title, clauses } = obligationOf(obligation, language);
        return [
          ...(items[index - 1]?.appId === appId ? [] : [heading(notice.nameOf(appId))]),
          facts([
            [words.itemLabel, line`${strong(say.obligation(title, clauses))}`],
            [say.labels.code, reasonCode === '' ? undefined : reasonCode],
          ]),
          ...(reason === '' ? [] : [quote(reason, by)]),
        ];
      }),
      heading(words.nextHeading),
      paragraph(words.next),
      facts([
        [say.labels.due, told.dueOn && dates.zonedDay(told.dueOn)],
        [say.labels.restricts, told.restrictsNotBeforeOn && dates.zonedDay(told.restrictsNotBeforeOn)],
        [say.labels.suspends, told.suspendsNotBeforeOn && dates.zonedDay(told.suspendsNotBeforeOn)],
      ]),
      ...act(notice, words.button),
      ...appeal(notice),
      ...whoToAsk(notice),
    ],
  };
}
