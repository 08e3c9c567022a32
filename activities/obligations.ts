import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables';
import type { DeveloperId, EventId } from '../domain/ids';
import type { Agenda } from '../domain/lifecycle/agenda';
import { worstStanding } from '../domain/lifecycle/standing';
import type { LifecycleState, Standing } from '../domain/lifecycle/state';
import type { ActivityDeps } from './deps';

interface Step {
  developerId: DeveloperId;
  eventId: EventId;
}

/**
 * The steps of a developer's procedure. Each asks the decider what the clock brings about now and makes it so in one transaction;
 * their names say in Temporal's page what the workflow woke for.
 */
export function createObligationActivities(deps: ActivityDeps) {
  const letTimePass = ({ developerId, eventId }: Step) => tick(deps, developerId, eventId);
  return {
    takeStock: letTimePass,
    openCycle: letTimePass,
    scheduleImport: letTimePass,
    remind: letTimePass,
    giveNotice: letTimePass,
    escalate: letTimePass,
    lapse: letTimePass,
    restrict: letTimePass,
    suspend: letTimePass,
    renewNotice: letTimePass,
    attendReview: letTimePass,
    attendAppeal: letTimePass,
    attendTermination: letTimePass,
    expireKey: letTimePass,
    endExemption: letTimePass,
  };
}

async function tick(deps: ActivityDeps, developerId: DeveloperId, eventId: EventId): Promise<Agenda> {
  let accountManagerId: string | null = null;
  const { state, next, offsetMs, wasTaken } = await deps.transact(
    developerId,
    { id: eventId, type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } },
    {
      // With the same lock as the decision: a later one that comes earlier in time must find what was told here.
      alongside: async (trx, transacted) => {
        accountManagerId = await accountManagerOf(trx, developerId);
        await trx
          .updateTable('developers')
          .set({
            alarmAt: transacted.next ? new Date(transacted.next.at) : null,
            shown: JSON.stringify({ standing: standingOf(transacted.state), accountManagerId }),
          })
          .where('id', '=', developerId)
          .execute();
      },
    },
  );
  return {
    nextAt: next?.at ?? null,
    procedure: next?.procedure ?? null,
    offsetMs,
    standing: standingOf(state),
    accountManagerId: wasTaken ? await accountManagerOf(deps.db, developerId) : accountManagerId,
    hasEnded: state.developer.offboardedAt !== null && next === null,
  };
}

async function accountManagerOf(db: Kysely<Tables>, developerId: DeveloperId): Promise<string | null> {
  const profile = await db
    .selectFrom('developerProfiles')
    .select('accountManagerId')
    .where('developerId', '=', developerId)
    .executeTakeFirst();
  return profile?.accountManagerId ?? null;
}

function standingOf(state: LifecycleState): Standing | null {
  return worstStanding(state.apps.map((app) => app.standing));
}
