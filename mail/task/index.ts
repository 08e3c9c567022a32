import { type Content, facts, heading, paragraph } from '../content';
import type { Notice } from '../notice';
import { act, appList, due, greeting } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** Something a person of the vendor's must look at: what it is, what to do, where. */
export function task(notice: Notice): Content {
  const { language, facts: told, organisation, dates, say } = notice;
  if (!told.task) throw new RangeError('a task mail needs facts.task');
  const words = inLanguage(language, en, zhCn);
  const { title, todo } = words.tasks[told.task.kind];
  return {
    subject: words.subject(title, organisation),
    kind: words.kind,
    title,
    preview: words.preview(organisation),
    tone: words.tasks[told.task.kind].isUrgent ? 'warning' : 'calm',
    blocks: [
      greeting(notice),
      facts([
        [say.labels.organisation, organisation],
        [words.openedLabel, dates.moment(notice.now)],
        [say.labels.due, told.dueOn && dates.zonedDay(told.dueOn)],
        [words.aboutLabel, told.task.subject],
      ]),
      ...(notice.apps.length === 0 ? [] : [appList(notice, due(notice))]),
      heading(words.todoHeading),
      paragraph(todo),
      ...act(notice, words.button),
    ],
  };
}
