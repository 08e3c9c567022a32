import { enrolDeveloper } from '../../../api/developers';
import type { Database } from '../../../db/database';
import { addVouchedContacts } from '../../../db/workspace/contacts';
import { addDeveloperProfile, mayManageAccounts } from '../../../db/workspace/developer-profiles';
import { refuseKnownKeys } from '../../../db/workspace/key-secrets';
import { addApps } from '../../../db/workspace/new-apps';
import { AvowError } from '../../../domain/errors';
import type { PersonId } from '../../../domain/ids';
import { route } from '../../route';
import { newAppOf } from '../apps/register';
import { viewOfDeveloper } from './view';

/**
 * The developer with name and contacts is one decision, the apps with keys another and those without a third. Every id comes from the request's Idempotency-Key, so a
 * repetition after a crash in between goes on where it stopped.
 */
export const enrolDeveloperRoute = route(enrolDeveloper, async ({ body, as, actor, deps, now, eventId, newId }) => {
  const { legalName, timeZone, country, language, accountManagerId = null } = body;
  const developerId = newId('dev');
  const contacts = body.contacts.map((contact) => ({ ...contact, personId: newId('per') }));
  const apps = body.apps.map((app) => newAppOf(app, newId));
  const eventIds = { imported: newId('evt'), registered: newId('evt') };
  await refuseNoAccountManager(deps.db, accountManagerId);
  // Before anything is written: half an enrolment would be left behind otherwise.
  await refuseKnownKeys(
    deps.db,
    apps.flatMap(({ keys }) => keys.map(({ hash }) => hash)),
    apps.map(({ appId }) => appId),
  );
  await deps.lifecycle.transact(
    developerId,
    { id: eventId, type: 'developer.enrolled', actor, developerId, timeZone, country, language },
    {
      alongside: async (transaction) => {
        await addDeveloperProfile(transaction, { developerId, legalName, accountManagerId }, now);
        await addVouchedContacts(transaction, developerId, contacts, actor, now);
      },
    },
  );
  await addApps(deps.lifecycle.transact, { developerId, apps, actor, eventIds, now });
  return viewOfDeveloper(deps, developerId, as);
});

/** Throws request.invalid for somebody who cannot look after developers. */
export async function refuseNoAccountManager(db: Database, personId: PersonId | null): Promise<void> {
  if (personId === null || (await mayManageAccounts(db, personId))) return;
  throw new AvowError('request.invalid', 'Correct /accountManagerId: name an active account manager or lead.', [
    { path: '/accountManagerId', message: 'is nobody who can look after developers' },
  ]);
}
