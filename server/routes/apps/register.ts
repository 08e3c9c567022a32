import type { z } from 'zod';
import { type newApp, registerApp } from '../../../api/apps';
import { refuseKnownKeys } from '../../../db/workspace/key-secrets';
import { addApps, type NewApp } from '../../../db/workspace/new-apps';
import { AvowError } from '../../../domain/errors';
import { route } from '../../route';
import { findApp, viewOfApp } from './view';

type GivenApp = z.output<z.ZodObject<typeof newApp, z.core.$strict>>;

/** An app as it was asked for, with ids for it and for each of the keys that it has. */
export function newAppOf(
  given: GivenApp,
  newId: <Prefix extends 'app' | 'key'>(prefix: Prefix) => `${Prefix}_${string}`,
): NewApp {
  const { name, sdkProduct, existingKeys = [] } = given;
  const appId = newId('app');
  return {
    appId,
    name,
    sdkProduct,
    keys: existingKeys.map(({ keyHash, ...kept }) => ({ keyId: newId('key'), appId, hash: keyHash, ...kept })),
  };
}

export const registerAppRoute = route(registerApp, async ({ params, body, as, actor, deps, now, eventId, newId }) => {
  if (body.existingKeys !== undefined && as === 'developer') {
    throw new AvowError('access.forbidden', 'Only the vendor imports apps with the keys they have.', [
      { path: '/existingKeys', message: 'is for the vendor to give' },
    ]);
  }
  const { developerId } = params;
  const app = newAppOf(body, newId);
  await refuseKnownKeys(
    deps.db,
    app.keys.map(({ hash }) => hash),
    [app.appId],
  );
  const eventIds = { imported: eventId, registered: eventId };
  await addApps(deps.lifecycle.transact, { developerId, apps: [app], actor, eventIds, now });
  return viewOfApp(await findApp(deps.db, developerId, app.appId));
});
