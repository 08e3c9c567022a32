import type { Database } from '../database';

/** Remembers which durable engine the workflows live in. True when it is another than the one before; the first is no other. */
export async function isNewEngine(db: Database, identity: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('durableEngine')
      .select('identity')
      .where('id', '=', 1)
      .forUpdate()
      .executeTakeFirst();
    if (known?.identity === identity) return false;
    await trx
      .insertInto('durableEngine')
      .values({ id: 1, identity })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ identity }))
      .execute();
    return known !== undefined;
  });
}
