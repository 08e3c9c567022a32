import { createHash } from 'node:crypto';
import type { CampaignRow } from '../db/workspace/campaigns';
import { AvowError, codeOf } from '../domain/errors';
import { type CampaignId, type DeveloperId, type EventId, idFrom, type PersonId } from '../domain/ids';
import { campaignDueOn } from '../domain/lifecycle/campaign';
import { passedOver, reachOf } from '../domain/lifecycle/campaign-reach';
import type { PassedOver } from '../domain/lifecycle/campaigns';
import type { Decision } from '../domain/lifecycle/decisions';
import type { EventOf } from '../domain/lifecycle/events';
import type { ActivityDeps } from './deps';

type Asking = Omit<EventOf<'campaign.asked'>, 'id'>;

interface Outcome {
  outcome: 'asked' | 'passed-over';
  because: PassedOver | null;
  dueOn: string | null;
}

/**
 * Asks one developer what the campaign asks (`askingOf`), in one transaction with what is written down of it. The event is the same
 * whenever it is tried again, so each is asked once.
 */
export async function askDeveloper(deps: ActivityDeps, asking: Asking, developerId: DeveloperId): Promise<void> {
  const { campaignId } = asking;
  const event = { ...asking, id: eventIdOf(campaignId, developerId) };
  try {
    await deps.transact(developerId, event, {
      alongside: async (trx, { decisions, state, at }) => {
        const asked = decisions.length > 0;
        const dueOn = campaignDueOn(state.developer, campaignId, event.dates, at);
        const because = asked ? null : passedOver(reachOf(state, event.scope, dueOn));
        const outcome: Outcome = {
          outcome: asked ? 'asked' : 'passed-over',
          because: asked ? null : (because ?? 'no-app'),
          dueOn: dueOnOf(decisions),
        };
        await settle({ ...deps, db: trx }, campaignId, developerId, outcome);
      },
    });
  } catch (fault) {
    if (codeOf(fault) !== 'developer.offboarded') throw fault;
    await settle(deps, campaignId, developerId, { outcome: 'passed-over', because: 'offboarded', dueOn: null });
  }
}

/** What a campaign says to the decider, whoever is asked. */
export async function askingOf(deps: Pick<ActivityDeps, 'db'>, campaign: CampaignRow): Promise<Asking> {
  const policy = await deps.db
    .selectFrom('policyVersions')
    .select(['catalogueVersion', 'effectiveOn'])
    .where('id', '=', campaign.policyVersionId)
    .executeTakeFirstOrThrow();
  const { obligations, audience, dueAfter, spreadOver } = campaign;
  return {
    type: 'campaign.asked',
    actor: { kind: 'staff', ...(await starterOf(deps, campaign)) },
    campaignId: campaign.id,
    policyVersionId: campaign.policyVersionId,
    scope: {
      catalogueVersion: policy.catalogueVersion,
      obligations,
      sdkProducts: audience.sdkProducts,
      standings: audience.standings,
    },
    dates: { dueAfter, spreadOver, notBeforeOn: policy.effectiveOn },
  };
}

/** Who started it; while nobody has, who wrote it. */
async function starterOf(
  { db }: Pick<ActivityDeps, 'db'>,
  { startedBy, authors }: CampaignRow,
): Promise<{ id: PersonId; role: string }> {
  const id = startedBy ?? authors[0];
  if (id === undefined) throw new AvowError('internal', 'A campaign without an author.');
  const staff = await db.selectFrom('staff').select('role').where('personId', '=', id).executeTakeFirst();
  return { id, role: staff?.role ?? 'lead' };
}

function eventIdOf(campaignId: CampaignId, developerId: DeveloperId): EventId {
  return idFrom('evt', createHash('sha256').update(`${campaignId}\n${developerId}`).digest());
}

/** The due day of the cycle that was opened; null where only unmet requirements took the new words. */
function dueOnOf(decisions: readonly Decision[]): string | null {
  const cycles = decisions.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.collection === 'cycles' && change.row.kind === 'campaign' ? [change.row] : [])),
  );
  return cycles[0]?.dueOn ?? null;
}

async function settle(
  deps: { db: Pick<ActivityDeps['db'], 'updateTable'>; clock: ActivityDeps['clock'] },
  campaignId: CampaignId,
  developerId: DeveloperId,
  outcome: Outcome,
): Promise<void> {
  await deps.db
    .updateTable('campaignDevelopers')
    .set({ ...outcome, settledAt: new Date(deps.clock.now()) })
    .where('campaignId', '=', campaignId)
    .where('developerId', '=', developerId)
    .where('outcome', 'is', null)
    .execute();
}
