import type { Kysely } from 'kysely';
import { countKeys, type KeyFactsRow, readApps, readKeyLines } from '../../db/queries/verify';
import type { Tables } from '../../db/tables';
import type { AppId, KeyId } from '../../domain/ids';
import { Knowledge } from './knowledge';

/** Places of the status list that are read in one go. */
const page = 20_000;
const between = 0.02;

/** Everything there is to know, read at one moment. A page is taken in while PostgreSQL already works on the next. */
export async function loadKnowledge(trx: Kysely<Tables>, isEmbedded: boolean): Promise<Knowledge> {
  const { count, last } = await countKeys(trx);
  const apps = await readApps(trx);
  const knowledge = new Knowledge(
    { keys: Math.ceil(count * (1 + between)) + 64, apps: Math.ceil(apps.length * (1 + between)) + 64 },
    isEmbedded,
  );
  const placeOf = new Map<AppId, number>();
  const factsOf = new Map(apps.map((facts) => [facts.appId, facts]));
  let coming = readKeyLines(trx, 0, page);
  for (let from = 0; from <= last; from += page) {
    const lines = await coming;
    coming = from + page <= last ? readKeyLines(trx, from + page, from + 2 * page) : Promise.resolve('');
    // Answered for by the next round; a failure there must not be an unhandled one here.
    coming.catch(() => undefined);
    for (const line of lines === '' ? [] : lines.split('\n')) {
      const [hash = '', keyId, appId, environment, state, expiresAt = '-', place = '0'] = line.split(',');
      let app = placeOf.get(appId as AppId);
      if (app === undefined) {
        const facts = factsOf.get(appId as AppId);
        // An app without a profile shows nothing anywhere.
        if (facts === undefined) continue;
        app = knowledge.apps.add(facts);
        placeOf.set(facts.appId, app);
      }
      knowledge.keys.add(hash, keyId as KeyId, app, {
        environment: environment as KeyFactsRow['environment'],
        state: state as KeyFactsRow['state'],
        expiresAt: expiresAt === '-' ? null : Number(expiresAt),
        statusIndex: Number(place),
      });
    }
  }
  return knowledge;
}
