import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { DeskViewId, PersonId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

const mostViews = 50;

/** The views that somebody kept for themselves. */
export function deskViewsQuery(db: Db, personId: PersonId) {
  return db.selectFrom('deskViews').selectAll().where('personId', '=', personId);
}

export type DeskViewRow = Awaited<ReturnType<ReturnType<typeof deskViewsQuery>['executeTakeFirstOrThrow']>>;

/** Keeps a view; the same id again changes nothing. Throws desk-view.exists and desk-view.too-many. */
export async function keepDeskView(
  db: Db,
  view: { id: DeskViewId; personId: PersonId; name: string; query: string },
  now: Instant,
): Promise<DeskViewRow> {
  const at = new Date(now);
  return db.transaction().execute(async (transaction) => {
    // One at a time for each person, so that nobody keeps more than there may be.
    await transaction
      .selectFrom('staff')
      .select('personId')
      .where('personId', '=', view.personId)
      .forUpdate()
      .execute();
    const own = await deskViewsQuery(transaction, view.personId).execute();
    const known = own.find((one) => one.id === view.id);
    if (known) return known;
    refuseName(own, view.name);
    if (own.length >= mostViews)
      throw new AvowError('desk-view.too-many', `Nobody keeps more than ${mostViews} views. Forget one first.`);
    await transaction
      .insertInto('deskViews')
      .values({ ...view, createdAt: at, changedAt: at })
      .execute();
    return deskViewsQuery(transaction, view.personId).where('id', '=', view.id).executeTakeFirstOrThrow();
  });
}

/** Changes a view of one's own; undefined when there is none. Throws desk-view.exists. */
export async function changeDeskView(
  db: Db,
  { id, personId }: { id: DeskViewId; personId: PersonId },
  change: { name?: string; query?: string },
  now: Instant,
): Promise<DeskViewRow | undefined> {
  return db.transaction().execute(async (transaction) => {
    await transaction.selectFrom('staff').select('personId').where('personId', '=', personId).forUpdate().execute();
    const own = await deskViewsQuery(transaction, personId).execute();
    if (change.name !== undefined)
      refuseName(
        own.filter((one) => one.id !== id),
        change.name,
      );
    return transaction
      .updateTable('deskViews')
      .set({ ...change, changedAt: new Date(now) })
      .where('id', '=', id)
      .where('personId', '=', personId)
      .returningAll()
      .executeTakeFirst();
  });
}

/** Forgets a view of one's own. False when there is none. */
export async function removeDeskView(db: Db, id: DeskViewId, personId: PersonId): Promise<boolean> {
  const gone = await db
    .deleteFrom('deskViews')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

function refuseName(own: readonly DeskViewRow[], name: string): void {
  if (!own.some((one) => one.name.toLowerCase() === name.toLowerCase())) return;
  throw new AvowError('desk-view.exists', 'You keep a view of this name. Choose another name, or change that view.', [
    { path: '/name', message: 'is the name of another view' },
  ]);
}
