import type { Database } from '../database';

/** The durable engine that the workflows were last known to live in; null before the first. */
export async function knownEngine(db: Database): Promise<string | null> {
  const known = await db.selectFrom('durableEngine').select('identity').where('id', '=', 1).executeTakeFirst();
  return known?.identity ?? null;
}

/** Remembers which durable engine the workflows live in. */
export async function rememberEngine(db: Database, identity: string): Promise<void> {
  await db
    .insertInto('durableEngine')
    .values({ id: 1, identity })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ identity }))
    .execute();
}
