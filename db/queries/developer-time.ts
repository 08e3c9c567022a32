import type { Kysely } from 'kysely';
import type { Day, Instant, TimeZone } from '../../domain/calendar/instant';
import { dayOf } from '../../domain/calendar/zoned';
import type { DeveloperId } from '../../domain/ids';
import type { Language } from '../../domain/lifecycle/state';
import { obligationNow, offsetOf } from '../lifecycle/transact';
import type { Tables } from '../tables';

/** A developer's own now: obligation time, the day it is with them, the language they read and their zone. */
export interface DeveloperTime {
  at: Instant;
  today: Day;
  language: Language;
  timeZone: TimeZone;
}

/** Reads it for wall time `wall`. Throws when there is no such developer. */
export async function developerTime(
  db: Kysely<Tables>,
  { isEmbedded }: { isEmbedded: boolean },
  developerId: DeveloperId,
  wall: Instant,
): Promise<DeveloperTime> {
  const developer = await db
    .selectFrom('developers')
    .select(['timeZone', 'language', 'lastDecisionAt'])
    .where('id', '=', developerId)
    .executeTakeFirstOrThrow();
  const at = obligationNow(wall, await offsetOf(db, { isEmbedded }, developerId), { developer } as never);
  return { at, today: dayOf(at, developer.timeZone), language: developer.language, timeZone: developer.timeZone };
}
