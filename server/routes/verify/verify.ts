import { verifyKey, verifyKeys } from '../../../api/verify';
import { loadKeyFacts } from '../../../db/queries/verify';
import { hashOfSecret } from '../../../db/workspace/secrets';
import { AvowError } from '../../../domain/errors';
import { parseKey } from '../../../domain/keys/key-text';
import { preferredLanguage } from '../../accept-language';
import type { ServerDeps } from '../../deps';
import { route } from '../../route';
import { verificationOf } from '../../verification';

export const verifyKeyRoute = route(verifyKey, async ({ header, deps, now }) => {
  const key = header('x-sdk-key')?.trim();
  if (key === undefined || key === '') {
    throw new AvowError('request.invalid', 'Send the SDK key in the header X-SDK-Key.', [
      { path: '/headers/x-sdk-key', message: 'is missing' },
    ]);
  }
  const [verified] = await verify(deps, [key], header('accept-language'), now);
  return verified;
});

export const verifyKeysRoute = route(verifyKeys, async ({ body, header, deps, now }) => {
  const [first, ...rest] = await verify(deps, body.keys ?? [body.key ?? ''], header('accept-language'), now);
  return body.keys === undefined ? first : { items: [first, ...rest] };
});

/** One answer for each key, in order. What is no key by its looks costs no question to the database. */
async function verify(deps: ServerDeps, keys: readonly string[], acceptLanguage: string | null, now: number) {
  const hashes = keys.map((key) => (parseKey(key).kind === 'garbage' ? null : hashOfSecret(key)));
  const facts = await loadKeyFacts(
    deps.db,
    hashes.filter((hash) => hash !== null),
  );
  deps.countUse?.([...facts.values()].map((known) => known.keyId));
  const asked = {
    asOf: now,
    language: preferredLanguage(acceptLanguage),
    publicUrl: deps.settings.publicUrl,
    isEmbedded: deps.lifecycle.isEmbedded,
  };
  const answers = hashes.map((hash) => verificationOf(hash === null ? undefined : facts.get(hash), asked));
  return answers as [(typeof answers)[number], ...typeof answers];
}
