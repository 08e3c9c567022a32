import type { z } from 'zod';
import type { appView } from '../../../api/apps';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { appsQuery, type ListedApp } from '../../../db/queries/apps';
import { AvowError, codeOf } from '../../../domain/errors';
import type { AppId, DeveloperId } from '../../../domain/ids';
import { notFound } from '../../problems';

export function viewOfApp(app: ListedApp): z.output<typeof appView> {
  const { standingChangedAt, registeredAt, firstAcceptedAt, retiredAt, ...rest } = app;
  return {
    ...rest,
    standingChangedAt: iso(standingChangedAt),
    registeredAt: iso(registeredAt),
    firstAcceptedAt: isoOrNull(firstAcceptedAt),
    retiredAt: isoOrNull(retiredAt),
  };
}

/** One app of a developer. Throws 404 when there is none. */
export async function findApp(db: Database, developerId: DeveloperId, appId: AppId): Promise<ListedApp> {
  const app = await appsQuery(db, developerId).where('apps.id', '=', appId).executeTakeFirst();
  if (!app) throw notFound('app');
  return app;
}

/** The lifecycle forgets what ended; somebody who still names a retired app is told so instead of that there is none. */
export async function orRetired(app: Pick<ListedApp, 'retiredAt'>, deciding: Promise<unknown>): Promise<void> {
  try {
    await deciding;
  } catch (fault) {
    if (app.retiredAt === null || codeOf(fault) !== 'resource.not-found') throw fault;
    throw new AvowError('app.retired', 'This app is retired; nothing can be changed any more.');
  }
}
