import { type Content, facts, heading, paragraph } from '../content';
import type { Notice } from '../notice';
import { act, appList, bindingDay, greeting, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/**
 * Other terms move the next due day: from which day to which, and that there is nothing to do. The tier is not named: its name is the
 * vendor's own. Throws without the days.
 */
export function termsChanged(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  if (!told.terms) throw new RangeError('a mail about other terms needs facts.terms');
  const words = inLanguage(language, en, zhCn);
  const { formerDueOn, dueOn, opensOn } = told.terms;
  const isLater = dueOn > formerDueOn;
  return {
    subject: words.subject(organisation, dates.shortDay(dueOn)),
    kind: words.kind,
    title: words.title(dates.shortDay(dueOn)),
    preview: words.preview(organisation, isLater),
    tone: isLater ? 'calm' : 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([
        [words.formerLabel, dates.zonedDay(formerDueOn)],
        [words.dueLabel, bindingDay(dates, dueOn)],
        [words.opensLabel, dates.day(opensOn)],
      ]),
      paragraph(words.next),
      paragraph(words.running),
      ...act(notice, say.open),
      heading(say.yourApps),
      appList(notice),
      ...whoToAsk(notice),
    ],
  };
}
