import { moment } from '../db/instants';
import { trimFeed } from '../db/queries/verification-changes';
import { deleteExpired } from '../db/workspace/expired';
import { deleteKeyUsage } from '../db/workspace/key-usage';
import type { ActivityDeps } from './deps';

/** How long a delivered outbox row is kept, for whoever looks into a fault. */
const deliveredKeptMs = 7 * 86_400_000;

/** How long it is known by the hour how much a key was used. */
const usageKeptMs = 35 * 86_400_000;

export function createHousekeepingActivities(deps: ActivityDeps) {
  return {
    async clearAwayExpired(): Promise<void> {
      const now = deps.clock.now();
      await deleteExpired(deps.db, now);
      await trimFeed(deps.db);
      await deleteKeyUsage(deps.db, now - usageKeptMs);
      await deps.db
        .deleteFrom('outbox')
        .where('deliveredAt', '<', moment(now - deliveredKeptMs))
        .execute();
    },
  };
}
