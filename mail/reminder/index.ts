import { type Content, facts, heading, paragraph } from '../content';
import type { Notice } from '../notice';
import { act, appList, appsInShort, bindingDay, due, greeting, nextSteps, outstanding, standing } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** One mail over all apps of an organisation, before the due day or after it. */
export function reminder(notice: Notice): Content {
  const { language, facts: told, organisation, dates, say, today } = notice;
  const words = inLanguage(language, en, zhCn);
  const { dueOn } = told;
  const isOverdue = dueOn !== undefined && dueOn < today;
  const steps = nextSteps(notice);
  return {
    subject: words.subject(appsInShort(notice), organisation, dueOn && dates.shortDay(dueOn), isOverdue),
    kind: words.kind,
    title: words.title(dueOn && dates.shortDay(dueOn), isOverdue),
    preview: words.preview(say.apps(notice.apps.length), organisation),
    tone: isOverdue ? 'warning' : 'calm',
    blocks: [
      greeting(notice),
      paragraph(words.what(say.apps(notice.apps.length), organisation)),
      facts([[isOverdue ? say.labels.wasDue : say.labels.due, dueOn && bindingDay(dates, dueOn)]]),
      appList(notice, due(notice), standing(notice), outstanding(notice)),
      ...act(notice),
      paragraph(say.stopFor),
      heading(say.otherwise),
      ...(told.cycleKind === 'onboarding' ? [paragraph(words.onboarding)] : [paragraph(words.otherwise), ...steps]),
    ],
  };
}
