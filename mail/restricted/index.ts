import { type Content, facts, heading, item, list, paragraph } from '../content';
import type { Notice } from '../notice';
import { act, appeal, appList, appsInShort, bindingDay, due, greeting, outstanding, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** Apps are restricted: what still works, what does not, what follows. */
export function restricted(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const { suspendsNotBeforeOn } = told;
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name, say.policy(vendor.name))),
      facts([
        [say.labels.since, dates.moment(notice.now)],
        [say.labels.suspends, suspendsNotBeforeOn && bindingDay(dates, suspendsNotBeforeOn)],
      ]),
      heading(say.theseApps),
      appList(notice, due(notice), outstanding(notice)),
      heading(words.worksHeading),
      list([item(words.worksTitle, words.works), item(words.stopsTitle, words.stops)]),
      heading(say.howToFix),
      paragraph(words.remedy),
      ...act(notice),
      ...(suspendsNotBeforeOn === undefined
        ? []
        : [heading(say.otherwise), paragraph(words.otherwise), paragraph(say.notBefore)]),
      ...appeal(notice),
      ...whoToAsk(notice),
    ],
  };
}
