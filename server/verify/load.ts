import type { Kysely } from 'kysely';
import { appsOf, countKeys, keysOf, readAppTexts, readKeyLines } from '../../db/queries/verify';
import type { Tables } from '../../db/tables';
import type { AppId } from '../../domain/ids';
import { Knowledge } from './knowledge';

/** Places of the status list that are read in one go. */
const page = 20_000;
const between = 1.02;

/** Everything there is to know, read at one moment. A page is taken in while PostgreSQL already works on the next. */
export async function loadKnowledge(trx: Kysely<Tables>, isEmbedded: boolean): Promise<Knowledge> {
  const { keys, apps, last } = await countKeys(trx);
  const size = { keys: Math.ceil(keys * between) + 64, apps: Math.ceil(apps * between) + 64 };
  const knowledge = new Knowledge(size, isEmbedded);
  const texts = await readAppTexts(trx);
  let coming = comingPage(trx, 0, last);
  const placeOf = new Map<AppId, number>();
  for (const text of texts) for (const facts of appsOf(text)) placeOf.set(facts.appId, knowledge.apps.add(facts));
  for (let from = 0; from <= last; from += page) {
    const lines = await coming;
    coming = comingPage(trx, from + page, last);
    for (const key of keysOf(lines)) {
      const app = placeOf.get(key.appId);
      // An app without a profile shows nothing anywhere.
      if (app !== undefined) knowledge.keys.add(key.hash, key.keyId, app, key);
    }
  }
  return knowledge;
}

function comingPage(trx: Kysely<Tables>, from: number, last: number): Promise<string | null> {
  const coming = from <= last ? readKeyLines(trx, from, from + page) : Promise.resolve(null);
  // Answered for when it is waited for; a failure before must not be an unhandled one.
  coming.catch(() => undefined);
  return coming;
}
