import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import type { AppId, DeveloperId, PersonId } from '../../domain/ids';
import { formatKey } from '../../domain/keys/key-text';
import type { Terms } from '../../domain/terms';
import { inParallel } from '../in-parallel';
import { openPast, type Past } from '../past';
import type { Settings } from '../settings';

const dayMs = 86_400_000;
/** The import, its invitation, sixty days, thirty more: whoever begins so long ago comes to a slot that is ahead by days. */
const beganDaysAgo = 89;
/** Time for the worker to get ready before everybody's slot opens. */
const headStartMs = 10_000;

export interface Lapsed {
  developerId: DeveloperId;
  appId: AppId;
  /** Their live key. */
  key: string;
}

/**
 * Lives through the past of so many developers who were imported together and never answered, with every notice mailed, up to the
 * slot in which all their keys are to be suspended; then sets their time to seconds before it. Only while no worker runs.
 */
export async function liveMassLapse(
  db: Database,
  settings: Settings,
  given: { count: number; admin: PersonId; manager: PersonId },
): Promise<Lapsed[]> {
  const terms = withoutReminders(settings.terms, given.count);
  const past = await openPast({ ...settings, terms }, db, Date.now() - beganDaysAgo * dayMs);
  try {
    const lapsed = await importAll(past, given);
    const developerIds = lapsed.map((one) => one.developerId);
    const slotAt = await past.passTogether(developerIds, 'suspend');
    await leavePast(db);
    await stand(db, developerIds, slotAt - headStartMs);
    return lapsed;
  } finally {
    await past.close();
  }
}

/** Reminders and tasks of the staff are left out, and restrictions were released in time: here it is the suspensions that count. */
function withoutReminders(terms: Terms, count: number): Terms {
  const never = -10_000;
  return {
    ...terms,
    importSpread: 'P1D',
    remindersBefore: [],
    remindersAfter: [],
    escalations: {
      notStarted: never,
      accountManagerAndBackup: never,
      executive: never,
      lead: never,
      compliance: never,
    },
    budget: { window: 'PT1H', apps: count, share: 0 },
  };
}

async function importAll(
  past: Past,
  { count, admin, manager }: { count: number; admin: PersonId; manager: PersonId },
): Promise<Lapsed[]> {
  const api = await past.as(admin);
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1).padStart(3, '0'));
  return inParallel(numbers, async (number) => {
    const key = formatKey('live', randomBytes(24));
    const developer = await api.call('POST', '/v1/developers', {
      legalName: `Late Studio ${number}`,
      timeZone: 'Asia/Taipei',
      country: 'TW',
      language: 'en',
      accountManagerId: manager,
      contacts: [{ name: 'Sam Okafor', email: `signatory@late-${number}.example`, role: 'signatory', language: 'en' }],
      apps: [
        {
          name: `Late Mirror ${number}`,
          sdkProduct: 'native',
          existingKeys: [
            {
              keyHash: createHash('sha256').update(key).digest('hex'),
              name: 'production',
              prefix: 'avow_live_',
              lastFour: key.slice(-4),
            },
          ],
        },
      ],
    });
    return { developerId: developer.id as DeveloperId, appId: developer.apps[0].id as AppId, key };
  });
}

/** What the past put into the outbox: notices that were mailed there are done, wake-ups are for the worker. */
async function leavePast(db: Database): Promise<void> {
  const { count } = await db
    .selectFrom('notices')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow();
  if (count > 0) throw new Error(`${count} notices of the past were never mailed`);
  const now = new Date();
  await sql`update outbox set delivered_at = ${now} where delivered_at is null and kind = 'deliver-notice'
    and exists (select from notices where notices.id = outbox.subject and notices.state = 'accepted')`.execute(db);
  await db.updateTable('outbox').set({ notBeforeAt: now }).where('deliveredAt', 'is', null).execute();
}

/** Moves their time, as the embedded clock does. */
async function stand(db: Database, developerIds: readonly DeveloperId[], at: number): Promise<void> {
  const offsetMs = Math.max(0, at - Date.now());
  await db
    .insertInto('developerOffsets')
    .values(developerIds.map((developerId) => ({ developerId, offsetMs })))
    .execute();
}
