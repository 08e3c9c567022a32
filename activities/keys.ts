import { randomBytes } from 'node:crypto';
import { type DeveloperId, idFrom } from '../domain/ids';
import type { ActivityDeps } from './deps';

export function createKeyActivities(deps: ActivityDeps) {
  return {
    /**
     * Finds live keys whose state is not what the open suspensions ask for, and lets the decider settle each such developer (rule 8).
     * Returns how many developers differed; each is an error worth looking into.
     */
    async reconcileKeyStates(): Promise<number> {
      const differing = await deps.db
        .selectFrom('keys')
        .select('keys.developerId')
        .distinct()
        .where('keys.environment', '=', 'live')
        .where('keys.state', 'in', ['active', 'suspended'])
        .where(({ not, exists, selectFrom, eb }) => {
          const isCovered = exists(
            selectFrom('suspensions')
              .select('suspensions.id')
              .whereRef('suspensions.appId', '=', 'keys.appId')
              .where('suspensions.liftedAt', 'is', null),
          );
          return eb.or([
            eb.and([eb('keys.state', '=', 'active'), isCovered]),
            eb.and([eb('keys.state', '=', 'suspended'), not(isCovered)]),
          ]);
        })
        .execute();
      for (const { developerId } of differing) await settle(deps, developerId);
      return differing.length;
    },
  };
}

async function settle(deps: ActivityDeps, developerId: DeveloperId): Promise<void> {
  deps.logger.error({ developerId }, 'key states differ from the open suspensions; settling them');
  const id = idFrom('evt', randomBytes(20));
  await deps.transact(developerId, { id, type: 'clock.ticked', actor: { kind: 'system', id: 'reconciliation' } });
}
