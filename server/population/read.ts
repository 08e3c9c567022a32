import type { Database } from '../../db/database';
import { type AppThen, appsThen, decisionsOf, type StatementThen, statementsThen } from '../../db/queries/population';
import type { Day, Instant, TimeZone } from '../../domain/calendar/instant';
import { endOf } from '../../domain/calendar/zoned';
import type { AppId } from '../../domain/ids';
import type { AppMoment } from '../../domain/population/app-history';
import { type Unattested, unattested } from '../../domain/population/unattested';

const appsAtOnce = 200;
const hourMs = 3_600_000;

/** An app as it stood at the end of a day. */
export interface StoodThen extends AppThen {
  moment: AppMoment;
  stretches: Unattested[];
  statements: StatementThen[];
}

/** Every app that was registered by the end of that day, a few at a time, in the order of their ids. */
export async function* populationOn(
  db: Database,
  on: Day,
  given: { timeZone: TimeZone; wall: Instant },
): AsyncGenerator<StoodThen[]> {
  const ended = endOf(on, given.timeZone);
  let after: AppId | null = null;
  for (;;) {
    const apps: AppThen[] = await appsThen(db, ended, after, appsAtOnce);
    const last = apps.at(-1);
    if (!last) return;
    after = last.id;
    const decisions = await decisionsOf(db, apps, ended);
    const statements = await statementsThen(db, apps, ended);
    yield apps.map((app) => {
      // Nothing is told of hours that have not been: a developer's time may be moved.
      const until = Math.min(ended, given.wall + (app.offsetMs ?? 0));
      const past = { ...app, decisions: decisions.get(app.id) ?? [] };
      const { stretches, atLast } = unattested(past, until);
      return {
        ...app,
        stretches,
        moment: atLast,
        statements: statements.filter((statement) => statement.appId === app.id),
      };
    });
  }
}

/** Hours of a stretch, times the keys that ran, to two digits. */
export function keyHoursOf({ from, to, keys }: Unattested): number {
  return Math.round((100 * keys * (to - from)) / hourMs) / 100;
}

/** Hours of a stretch, to two digits. */
export function hoursOf({ from, to }: Unattested): number {
  return Math.round((100 * (to - from)) / hourMs) / 100;
}
