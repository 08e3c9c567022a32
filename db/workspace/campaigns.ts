import { type Selectable, sql, type Transaction, type Updateable } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { Audience } from '../../domain/campaigns/audience';
import { type CampaignStep, stateAfter } from '../../domain/campaigns/states';
import type { CampaignId, PersonId, PolicyVersionId } from '../../domain/ids';
import type { ObligationSlug } from '../../domain/obligations';
import type { Database } from '../database';
import { enqueue } from '../lifecycle/outbox';
import { inAudience } from '../queries/campaign-population';
import type { Tables } from '../tables';

export type CampaignRow = Selectable<Tables['campaigns']>;

/** What people choose of a campaign. */
export interface CampaignDraft {
  name: string;
  policyVersionId: PolicyVersionId;
  obligations: readonly ObligationSlug[];
  audience: Audience;
  dueAfter: string;
  spreadOver: string;
}

/** Keeps a draft. The same id again changes nothing. */
export async function draftCampaign(
  db: Database,
  id: CampaignId,
  draft: CampaignDraft,
  by: PersonId,
  now: Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('campaigns')
      .values({
        id,
        ...columnsOf(draft),
        state: 'draft',
        authors: JSON.stringify([by]),
        createdAt: new Date(now),
        examinedAt: null,
        proposedBy: null,
        proposedAt: null,
        startedBy: null,
        startedAt: null,
        endedAt: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) await remember(trx, id, 'drafted', by, now);
  });
}

/** Writes a draft anew: what was worked out for the former one is thrown away. */
export async function changeCampaign(
  db: Database,
  id: CampaignId,
  draft: CampaignDraft,
  by: PersonId,
  now: Instant,
): Promise<void> {
  await take(db, id, 'changed', { by, now }, async (trx, campaign) => {
    await trx.deleteFrom('campaignDevelopers').where('campaignId', '=', id).execute();
    const authors = JSON.stringify([...new Set([...campaign.authors, by])]);
    return { ...columnsOf(draft), authors, examinedAt: null };
  });
}

/** Has it worked out what would happen, for everybody whom the audience holds now. */
export async function examineCampaign(db: Database, id: CampaignId, by: PersonId, now: Instant): Promise<void> {
  await take(db, id, 'examining', { by, now }, async (trx, campaign) => {
    await trx.deleteFrom('campaignDevelopers').where('campaignId', '=', id).execute();
    await gather(trx, campaign);
    await enqueue(trx, 'run-campaign', id, { campaignId: id }, now);
    return { examinedAt: null };
  });
}

/** The what-if is complete. */
export async function finishExamining(db: Database, id: CampaignId, now: Instant): Promise<void> {
  await take(db, id, 'examined', { by: null, now }, async () => ({ examinedAt: new Date(now) }));
}

/** Asks a second person to start it. */
export async function proposeCampaign(db: Database, id: CampaignId, by: PersonId, now: Instant): Promise<void> {
  await take(db, id, 'proposed', { by, now }, async () => ({ proposedBy: by, proposedAt: new Date(now) }));
}

/** Starts it: whoever joined the audience since the what-if is asked too. `judge` throws to refuse the person. */
export async function startCampaign(
  db: Database,
  id: CampaignId,
  by: PersonId,
  now: Instant,
  judge: (campaign: CampaignRow) => void,
): Promise<void> {
  await take(db, id, 'started', { by, now }, async (trx, campaign) => {
    judge(campaign);
    await gather(trx, campaign);
    await enqueue(trx, 'run-campaign', id, { campaignId: id }, now);
    return { startedBy: by, startedAt: new Date(now) };
  });
}

/** Pauses, resumes or cancels it; the walk looks before every second of work. Who was asked already stays asked. */
export async function steerCampaign(
  db: Database,
  id: CampaignId,
  step: 'paused' | 'resumed' | 'cancelled',
  given: { by: PersonId; reason: string },
  now: Instant,
): Promise<void> {
  await take(db, id, step, { ...given, now }, async (trx) => {
    await enqueue(trx, 'run-campaign', id, { campaignId: id }, now);
    return step === 'cancelled' ? { endedAt: new Date(now) } : {};
  });
}

/** Nobody is left to be asked. */
export async function finishCampaign(db: Database, id: CampaignId, now: Instant): Promise<void> {
  await take(db, id, 'finished', { by: null, now }, async () => ({ endedAt: new Date(now) }));
}

type Changes = Updateable<Tables['campaigns']>;

/** One step of a campaign with what goes with it, under its lock. Throws `campaign.not-possible`. */
async function take(
  db: Database,
  id: CampaignId,
  step: CampaignStep,
  { by, reason = null, now }: { by: PersonId | null; reason?: string | null; now: Instant },
  change: (trx: Transaction<Tables>, campaign: CampaignRow) => Promise<Changes>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const campaign = await trx
      .selectFrom('campaigns')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const state = stateAfter(campaign.state, step);
    const changes = await change(trx, campaign);
    await trx
      .updateTable('campaigns')
      .set({ ...changes, state })
      .where('id', '=', id)
      .execute();
    await remember(trx, id, step, by, now, reason);
  });
}

async function remember(
  trx: Transaction<Tables>,
  campaignId: CampaignId,
  change: Tables['campaignChanges']['change'],
  by: PersonId | null,
  now: Instant,
  reason: string | null = null,
): Promise<void> {
  await trx
    .insertInto('campaignChanges')
    .values({ campaignId, change, by, reason, at: new Date(now) })
    .execute();
}

/** Writes down whom it is for; who is there already stays. */
async function gather(trx: Transaction<Tables>, { id, audience }: CampaignRow): Promise<void> {
  await sql`insert into campaign_developers (campaign_id, developer_id)
    select ${id}, developers.id from developers ${inAudience(audience)}
    order by developers.id on conflict do nothing`.execute(trx);
}

function columnsOf({ obligations, audience, ...rest }: CampaignDraft) {
  return { ...rest, obligations: JSON.stringify(obligations), audience: JSON.stringify(audience) };
}
