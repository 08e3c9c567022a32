import { datesIn } from '../../domain/calendar/dates';
import type { Duration, Instant, TimeZone } from '../../domain/calendar/instant';
import type { Language } from '../../domain/lifecycle/state';
import { button, type Content, facts, heading, item, list, paragraph } from '../content';
import type { VendorNames } from '../input';
import { nameOf } from '../plain';
import { inLanguage, vocabulary } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

export interface BudgetAlertInput {
  language: Language;
  /** The vendor's. */
  timeZone: TimeZone;
  /** When the first step had to wait. */
  now: Instant;
  recipient: { name: string };
  vendor: VendorNames;
  /** Where to see what waits. */
  link: string;
  budget: { apps: number; window: Duration };
}

/** Tells a lead that enforcement is over its budget, once until nothing waits any more. */
export function budgetAlert(input: BudgetAlertInput): Content {
  const words = inLanguage(input.language, en, zhCn);
  const dates = datesIn(input.language, input.timeZone);
  const { apps, window } = input.budget;
  const hours = /^PT(\d+)H$/.exec(window)?.[1];
  const length = hours === undefined ? words.length.other : words.length.hours(Number(hours));
  return {
    subject: words.subject,
    kind: words.kind,
    title: words.title,
    preview: words.preview,
    tone: 'serious',
    blocks: [
      paragraph(vocabulary(input.language).hello(nameOf(input.recipient.name))),
      paragraph(words.what(apps)),
      facts([
        [words.sinceLabel, dates.moment(input.now)],
        [words.budgetLabel, words.budget(apps, length)],
      ]),
      heading(words.todoHeading),
      list(words.todo.map((todo) => item(todo))),
      button(words.button, input.link),
      paragraph(words.once),
    ],
  };
}
