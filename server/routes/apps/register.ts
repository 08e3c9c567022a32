import type { z } from 'zod';
import { type newApp, registerApp } from '../../../api/apps';
import { addAppProfile } from '../../../db/workspace/app-profiles';
import { addKeySecrets, refuseKnownKeys } from '../../../db/workspace/key-secrets';
import type { Instant } from '../../../domain/calendar/instant';
import { AvowError } from '../../../domain/errors';
import type { AppId, DeveloperId, EventId, KeyId } from '../../../domain/ids';
import type { Actor } from '../../../domain/lifecycle/events';
import type { ServerDeps } from '../../deps';
import { route } from '../../route';
import { findApp, viewOfApp } from './view';

type NewApp = z.output<z.ZodObject<typeof newApp, z.core.$strict>>;

export interface Registration {
  developerId: DeveloperId;
  appId: AppId;
  eventId: EventId;
  /** One for each of the existing keys. */
  keyIds: KeyId[];
  app: NewApp;
  actor: Actor;
  now: Instant;
}

/** Registers an app, or imports one with the keys it has, in one transaction with its name and what its keys are told by. */
export async function register(deps: ServerDeps, registration: Registration): Promise<void> {
  const { developerId, appId, eventId, keyIds, app, actor, now } = registration;
  const { name, sdkProduct, existingKeys = [] } = app;
  const event = { id: eventId, actor, appId, sdkProduct };
  await refuseKnownKeys(
    deps.db,
    existingKeys.map((key) => key.keyHash),
    [appId],
  );
  await deps.lifecycle.transact(
    developerId,
    existingKeys.length > 0
      ? { ...event, type: 'app.imported', keyIds: [...keyIds] }
      : { ...event, type: 'app.registered' },
    {
      alongside: async (transaction) => {
        await addAppProfile(transaction, { appId, developerId, name }, now);
        await addKeySecrets(
          transaction,
          existingKeys.flatMap(({ keyHash, ...kept }, index) => {
            const keyId = keyIds[index];
            return keyId === undefined ? [] : [{ keyId, appId, hash: keyHash, ...kept }];
          }),
        );
      },
    },
  );
}

export const registerAppRoute = route(registerApp, async ({ params, body, as, actor, deps, now, eventId, newId }) => {
  if (body.existingKeys !== undefined && as === 'developer') {
    throw new AvowError('access.forbidden', 'Only the vendor imports apps with the keys they have.', [
      { path: '/existingKeys', message: 'is for the vendor to give' },
    ]);
  }
  const { developerId } = params;
  const appId = newId('app');
  const keyIds = (body.existingKeys ?? []).map(() => newId('key'));
  await register(deps, { developerId, appId, eventId, keyIds, app: body, actor, now });
  return viewOfApp(await findApp(deps.db, developerId, appId));
});
