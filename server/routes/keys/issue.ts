import { randomBytes } from 'node:crypto';
import { issueKey, rollKey } from '../../../api/keys';
import { addKeySecrets, ensureSecret, keptOf } from '../../../db/workspace/key-secrets';
import { formatKey, keyPrefix, keyRandomBytes } from '../../../domain/keys/key-text';
import type { Key } from '../../../domain/lifecycle/state';
import { route } from '../../route';
import { findApp, orRetired } from '../apps/view';
import { findKey, orEnded, viewOfKey } from './view';

export const issueKeyRoute = route(issueKey, async ({ params, body, actor, deps, now, eventId, newId }) => {
  const { developerId, appId } = params;
  const { name, environment } = body;
  const app = await findApp(deps.db, developerId, appId);
  const keyId = newId('key');
  const { secret, kept } = newSecret(environment);
  await orRetired(
    app,
    deps.lifecycle.transact(
      developerId,
      { id: eventId, type: 'key.issued', actor, keyId, appId, environment },
      { alongside: (transaction) => addKeySecrets(transaction, [{ keyId, appId, name, ...kept }]) },
    ),
  );
  await ensureSecret(deps.db, keyId, kept, now);
  return { ...viewOfKey(await findKey(deps.db, developerId, keyId)), secret };
});

export const rollKeyRoute = route(rollKey, async ({ params, body, actor, deps, now, eventId, newId }) => {
  const { developerId, keyId } = params;
  const old = await findKey(deps.db, developerId, keyId);
  const newKeyId = newId('key');
  const { secret, kept } = newSecret(old.environment);
  const kind = { keyId: newKeyId, appId: old.appId, name: body.name ?? old.name };
  await orEnded(
    old,
    deps.lifecycle.transact(
      developerId,
      { id: eventId, type: 'key.rolled', actor, keyId, newKeyId, overlap: body.overlap },
      { alongside: (transaction) => addKeySecrets(transaction, [{ ...kind, ...kept }]) },
    ),
  );
  await ensureSecret(deps.db, newKeyId, kept, now);
  return { ...viewOfKey(await findKey(deps.db, developerId, newKeyId)), secret };
});

function newSecret(environment: Key['environment']) {
  const secret = formatKey(environment, randomBytes(keyRandomBytes));
  return { secret, kept: keptOf(secret, keyPrefix(environment)) };
}
