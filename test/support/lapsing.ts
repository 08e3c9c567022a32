import { createTransact, type Transact } from '../../db/lifecycle/transact';
import { currentCatalogueVersion } from '../../domain/catalogue';
import type { AppId, DeveloperId, PlanId } from '../../domain/ids';
import { defaultTerms } from '../../domain/terms';
import { fresh } from './attestation';
import { enrolled, existingKey, type Headers } from './enrolment';
import type { TestServer } from './server';

export interface Lapsing {
  developerId: DeveloperId;
  appId: AppId;
  planId: PlanId;
  /** A live key that worked before. */
  secret: string;
}

/** Imports a developer and lets them do nothing until the clock awaits this step; the server's time is that of the step then. */
export async function lapsing(server: TestServer, vendor: Headers, step: 'restrict' | 'suspend'): Promise<Lapsing> {
  const { db } = server.deps;
  const old = existingKey();
  const developer = await enrolled(server, vendor, {
    apps: [{ name: 'Old', sdkProduct: 'native', existingKeys: [old.told] }],
  });
  const developerId = developer.id;
  await lapseUntil(server, developerId, step);
  const plan = await db
    .selectFrom('plans')
    .select(['id', 'appId'])
    .where('developerId', '=', developerId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return { developerId, appId: plan.appId, planId: plan.id, secret: old.secret };
}

/** Lets a developer do nothing, their notices delivered, until the clock awaits this step. */
export async function lapseUntil(
  server: TestServer,
  developerId: DeveloperId,
  step: 'restrict' | 'suspend',
): Promise<void> {
  const { db } = server.deps;
  for (let steps = 0; steps < 100; steps += 1) {
    await acceptAll(server, developerId);
    const { nextWakeAt, nextWakeFor } = await db
      .selectFrom('developers')
      .select(['nextWakeAt', 'nextWakeFor'])
      .where('id', '=', developerId)
      .executeTakeFirstOrThrow();
    if (nextWakeAt === null) throw new Error('nothing awaits the clock');
    server.time.now = Math.max(server.time.now, nextWakeAt);
    if (nextWakeFor === step) return;
    await tick(server.deps.lifecycle.transact as Transact, developerId);
  }
}

/** The decider with so small a budget. */
export function withBudget(server: TestServer, apps: number): Transact {
  return createTransact({
    db: server.deps.db,
    clock: server.deps.clock,
    terms: { ...defaultTerms, budget: { window: 'PT1H', apps, share: 0 } },
    calendars: {},
    catalogueVersion: currentCatalogueVersion,
    isEmbedded: true,
  });
}

export async function tick(transact: Transact, developerId: DeveloperId): Promise<void> {
  await transact(developerId, { id: fresh('evt'), type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } });
}

async function acceptAll(server: TestServer, developerId: DeveloperId): Promise<void> {
  const { db, lifecycle } = server.deps;
  const queued = await db
    .selectFrom('notices')
    .select('id')
    .where('developerId', '=', developerId)
    .where('state', '=', 'queued')
    .execute();
  for (const { id: noticeId } of queued)
    await lifecycle.transact(developerId, {
      id: fresh('evt'),
      type: 'notice.accepted',
      actor: { kind: 'system', id: 'mail' },
      noticeId,
      acceptedAt: server.time.now,
    });
}
