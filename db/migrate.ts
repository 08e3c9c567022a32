import { type Kysely, type Migration, Migrator } from 'kysely';
import * as lifecycle from './migrations/0001-lifecycle';
import * as access from './migrations/0002-access';
import * as record from './migrations/0003-record';
import * as findings from './migrations/0004-findings';
import * as holds from './migrations/0005-holds';
import * as exemptions from './migrations/0006-exemptions';
import * as appeals from './migrations/0007-appeals';
import * as terminations from './migrations/0008-terminations';
import * as delegations from './migrations/0009-delegations';
import * as keyFeed from './migrations/0010-key-feed';
import * as gateOnce from './migrations/0011-gate-once';
import * as desk from './migrations/0014-desk';
import * as imports from './migrations/0015-imports';
import * as appNames from './migrations/0016-app-names';
import * as policiesAndCampaigns from './migrations/0017-policies-and-campaigns';
import * as sessionDevices from './migrations/0018-session-devices';
import * as deskWords from './migrations/0019-desk-words';
import * as staff from './migrations/0020-staff';
import * as undoneSuspensions from './migrations/0023-undone-suspensions';
import * as reviewQuestions from './migrations/0026-review-questions';
import * as termsPerTier from './migrations/0027-terms-per-tier';
import * as termsMoves from './migrations/0028-terms-moves';
import * as importWindow from './migrations/0029-import-window';
import type { Tables } from './tables';

/** Every migration, oldest first. Added to, never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-lifecycle': lifecycle,
  '0002-access': access,
  '0003-record': record,
  '0004-findings': findings,
  '0005-holds': holds,
  '0006-exemptions': exemptions,
  '0007-appeals': appeals,
  '0008-terminations': terminations,
  '0009-delegations': delegations,
  '0010-key-feed': keyFeed,
  '0011-gate-once': gateOnce,
  '0014-desk': desk,
  '0015-imports': imports,
  '0016-app-names': appNames,
  '0017-policies-and-campaigns': policiesAndCampaigns,
  '0018-session-devices': sessionDevices,
  '0019-desk-words': deskWords,
  '0020-staff': staff,
  '0023-undone-suspensions': undoneSuspensions,
  '0026-review-questions': reviewQuestions,
  '0027-terms-per-tier': termsPerTier,
  '0028-terms-moves': termsMoves,
  '0029-import-window': importWindow,
};

/**
 * Brings a database up to date. Several processes may do it at once: Kysely's migrator holds an advisory lock meanwhile.
 * Answers the names of those that ran; throws the first fault, with nothing of that run kept.
 */
export async function migrate(db: Kysely<Tables>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}
