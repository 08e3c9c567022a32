import { importedIds } from '../db/queries/imports';
import { tiersByName } from '../db/queries/terms';
import { addVouchedContacts } from '../db/workspace/contacts';
import { addDeveloperProfile } from '../db/workspace/developer-profiles';
import { refuseKnownKeys } from '../db/workspace/key-secrets';
import { addApps } from '../db/workspace/new-apps';
import { holdTerms } from '../db/workspace/terms';
import type { Duration } from '../domain/calendar/instant';
import { AvowError } from '../domain/errors';
import type { DeveloperId, Id, ImportId, PersonId } from '../domain/ids';
import type { ImportCells } from '../domain/imports/columns';
import { type Newcomer, newcomerOf } from '../domain/imports/newcomer';
import type { Actor } from '../domain/lifecycle/events';
import type { TierTerms } from '../domain/terms/tier-terms';
import type { ActivityDeps } from './deps';

interface Given {
  importId: ImportId;
  rows: readonly [ImportCells, ...ImportCells[]];
  actor: Actor;
  /** The window over which the due days are spread; null: that of the developer's terms. */
  spreadOver: Duration | null;
}

type NewId = <Prefix extends string>(prefix: Prefix, what: string) => Id<Prefix>;

/**
 * Enrols one developer of a file with its contacts and apps: the developer is one decision, the apps with live keys another and those
 * without a third, so that what is invited together is asked by one mail. Begun again it goes on where it stopped. `isKnown`: it was
 * imported before by the same reference, and nothing was changed.
 */
export async function importDeveloper(
  deps: ActivityDeps,
  { importId, rows, actor, spreadOver }: Given,
): Promise<{ developerId: DeveloperId; isKnown: boolean }> {
  const newcomer = newcomerOf(rows);
  const newId: NewId = importedIds(importId, newcomer.reference);
  const developerId = newId('dev', 'developer');
  const known = await deps.db
    .selectFrom('developerReferences')
    .select('developerId')
    .where('reference', '=', newcomer.reference)
    .executeTakeFirst();
  if (known && known.developerId !== developerId) return { developerId: known.developerId, isKnown: true };
  const apps = newcomer.apps.map(({ name, sdkProduct, keys }) => {
    const appId = newId('app', `app ${name}`);
    return { appId, name, sdkProduct, keys: keys.map((key) => ({ ...key, appId, keyId: newId('key', key.hash) })) };
  });
  // Before anything is written: half a developer would be left behind otherwise.
  await refuseKnownKeys(
    deps.db,
    apps.flatMap((app) => app.keys.map(({ hash }) => hash)),
    apps.map(({ appId }) => appId),
  );
  if (!known) await enrol(deps, { developerId, importId, newcomer, newId, actor });
  await addApps(deps.transact, {
    developerId,
    apps,
    actor,
    eventIds: { imported: newId('evt', 'imported'), registered: newId('evt', 'registered') },
    spreadOver: spreadOver ?? (await termsOf(deps, developerId)).importSpread,
    now: deps.clock.now(),
  });
  return { developerId, isKnown: false };
}

async function enrol(
  deps: ActivityDeps,
  given: {
    developerId: DeveloperId;
    importId: ImportId;
    newcomer: Newcomer;
    newId: NewId;
    actor: Actor;
  },
): Promise<void> {
  const { developerId, importId, newcomer, newId, actor } = given;
  const { reference, legalName, timeZone, country, language } = newcomer;
  const contacts = newcomer.contacts.map((contact) => ({ ...contact, personId: newId('per', contact.email) }));
  const tier = await tierOf(deps, newcomer.tier);
  const accountManagerId = await accountManagerOf(deps, newcomer.accountManagerEmail);
  const now = deps.clock.now();
  await deps.transact(
    developerId,
    {
      id: newId('evt', 'enrolled'),
      type: 'developer.enrolled',
      actor,
      developerId,
      timeZone,
      country,
      language,
      ...(tier && { tierId: tier.id, ...(tier.termsId && { termsId: tier.termsId }) }),
    },
    {
      alongside: async (trx) => {
        if (tier) await holdTerms(trx, tier);
        await trx
          .insertInto('developerReferences')
          .values({ reference, developerId, importId, createdAt: new Date(now) })
          .execute();
        await addDeveloperProfile(trx, { developerId, legalName, accountManagerId }, now);
        await addVouchedContacts(trx, developerId, contacts, actor, now);
      },
    },
  );
}

/** By its name; null for none. Throws request.invalid for a tier that has another name since the preview. */
async function tierOf({ db }: ActivityDeps, name: string) {
  if (name === '') return null;
  const tier = (await tiersByName(db)).get(name);
  if (tier) return tier;
  throw new AvowError(
    'request.invalid',
    'There is no tier of this name any more. Correct it, or leave the cell blank.',
    [{ path: '/tier', message: 'is the name of no tier' }],
  );
}

/** By which a developer was enrolled, whatever their tier is called or goes by since. */
async function termsOf({ db, lifecycle }: ActivityDeps, developerId: DeveloperId): Promise<TierTerms> {
  const enrolled = await db
    .selectFrom('developers')
    .innerJoin('termsVersions', 'termsVersions.id', 'developers.termsId')
    .select('termsVersions.terms')
    .where('developers.id', '=', developerId)
    .executeTakeFirst();
  return enrolled?.terms ?? lifecycle.terms;
}

async function accountManagerOf({ db }: ActivityDeps, email: string): Promise<PersonId | null> {
  if (email === '') return null;
  const found = await db
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.personId')
    .select('staff.personId')
    .where('people.emailNormalised', '=', email)
    .where('staff.isActive', '=', true)
    .executeTakeFirst();
  return found?.personId ?? null;
}
