import { type Content, facts, heading, item, line, list, note, paragraph, strong } from '../content';
import type { Notice } from '../notice';
import {
  act,
  appealOfSteps,
  appList,
  appsInShort,
  due,
  greeting,
  outstanding,
  outstandingOf,
  whoToAsk,
} from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** The last word before live keys stop: which apps, not before which moment, what stops, how it is averted. */
export function finalNotice(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const { suspendsNotBeforeAt, suspendsNotBeforeOn, dueOn } = told;
  const shortDay = suspendsNotBeforeOn && dates.shortDay(suspendsNotBeforeOn);
  const notBefore =
    suspendsNotBeforeAt === undefined
      ? suspendsNotBeforeOn && dates.zonedDay(suspendsNotBeforeOn)
      : dates.moment(suspendsNotBeforeAt);
  return {
    subject: words.subject(appsInShort(notice), organisation, shortDay),
    kind: words.kind,
    title: words.title(shortDay),
    preview: words.preview(organisation),
    tone: 'serious',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name, organisation)),
      facts([
        [say.labels.suspends, notBefore && line`${strong(notBefore)}`],
        [say.labels.wasDue, dueOn && dates.zonedDay(dueOn)],
      ]),
      note(line`${say.notBefore}`, 'warning'),
      heading(say.theseApps),
      appList(notice, due(notice), outstanding(notice)),
      heading(words.stopsHeading),
      list([item(words.stopsTitle, words.stops), item(words.staysTitle, words.stays)]),
      heading(words.avertHeading),
      paragraph(words.avert),
      ...act(notice),
      paragraph(say.cure),
      heading(words.clauseHeading),
      paragraph(say.policy(vendor.name)),
      list(outstandingOf(notice).map(({ title, clauses }) => item(say.obligation(title, clauses)))),
      ...appealOfSteps(notice),
      ...whoToAsk(notice),
    ],
  };
}
