import type { getForecast } from '../../../../../api/forecast';
import type { AnswerOf } from '../../../../client/asked';

export type Foretold = AnswerOf<typeof getForecast>['items'][number];

/** What a forecast says twice: the change of standing tells the lapse, the restriction and the suspension already. */
const saidOtherwise: readonly Foretold['what'][] = [
  'cycle.scheduled',
  'cycle.lapsed',
  'app.restricted',
  'suspension.opened',
];

/** The days of a forecast, each with what happens on it, in order. */
export function byDay(items: readonly Foretold[]): { on: string; items: Foretold[] }[] {
  const days = new Map<string, Foretold[]>();
  for (const item of items) {
    if (saidOtherwise.includes(item.what)) continue;
    days.set(item.on, [...(days.get(item.on) ?? []), item]);
  }
  return [...days].map(([on, rows]) => ({ on, items: rows }));
}
