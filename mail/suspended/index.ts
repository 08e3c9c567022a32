import { type Content, facts, heading, item, line, list, note, paragraph, strong } from '../content';
import type { Notice } from '../notice';
import { act, appeal, appList, appsInShort, due, greeting, outstanding, outstandingOf, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** Live keys are suspended: what happened, why, how they come back at once. */
export function suspended(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'serious',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([
        [say.labels.since, line`${strong(dates.moment(notice.now))}`],
        [say.labels.wasDue, told.dueOn && dates.zonedDay(told.dueOn)],
      ]),
      heading(words.restoreHeading),
      paragraph(words.restore),
      ...act(notice),
      note(say.cure),
      heading(say.theseApps),
      appList(notice, due(notice), outstanding(notice)),
      heading(words.effectHeading),
      list([item(words.stopsTitle, words.stops), item(words.staysTitle, words.stays)]),
      heading(words.whyHeading),
      paragraph(words.why(say.policy(vendor.name))),
      list(outstandingOf(notice).map(({ title, clauses }) => item(say.obligation(title, clauses)))),
      ...appeal(notice),
      ...whoToAsk(notice),
    ],
  };
}
