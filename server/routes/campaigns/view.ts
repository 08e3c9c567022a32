import type { z } from 'zod';
import type { campaignSummaryView, campaignView, whatIfView } from '../../../api/campaigns';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import {
  type CourseName,
  campaignDays,
  campaignProgress,
  campaignResults,
  campaignsQuery,
  whatIfFigures,
} from '../../../db/queries/campaign-figures';
import { namesOfPeople } from '../../../db/queries/names';
import { mailsWaiting } from '../../../db/queries/notices';
import type { CampaignId, PersonId } from '../../../domain/ids';
import type { PassedOver } from '../../../domain/lifecycle/campaigns';
import { notFound } from '../../problems';
import { personOf } from '../policies/view';

export type CampaignListRow = Awaited<ReturnType<ReturnType<typeof campaignsQuery>['executeTakeFirstOrThrow']>>;

/** Over so many seconds the rate is told. */
const rateSeconds = 10;

/** Throws 404 when there is no such campaign. */
export async function campaignOr404(db: Database, id: CampaignId): Promise<CampaignListRow> {
  const campaign = await campaignsQuery(db).where('campaigns.id', '=', id).executeTakeFirst();
  if (!campaign) throw notFound('campaign');
  return campaign;
}

export function campaignSummaryOf(row: CampaignListRow): z.output<typeof campaignSummaryView> {
  const { id, name, policyVersionId, policyTitle, state, count, examined, settled } = row;
  return {
    id,
    name,
    policyVersionId,
    policyTitle,
    state,
    createdAt: iso(row.createdAt),
    startedAt: isoOrNull(row.startedAt),
    endedAt: isoOrNull(row.endedAt),
    count,
    examined,
    settled,
  };
}

export async function campaignViewOf(
  db: Database,
  id: CampaignId,
  now: number,
): Promise<z.output<typeof campaignView>> {
  const row = await campaignOr404(db, id);
  const changes = await db
    .selectFrom('campaignChanges')
    .selectAll()
    .where('campaignId', '=', id)
    .orderBy('seq')
    .execute();
  const { authors, proposedBy, startedBy, obligations, dueAfter, spreadOver } = row;
  const people = [...authors, proposedBy, startedBy, ...changes.map(({ by }) => by)];
  const names = await namesOfPeople(
    db,
    people.filter((one) => one !== null),
  );
  const named = (one: PersonId | null) => (one === null ? null : personOf(one, names));
  const results = await campaignResults(db, id);
  return {
    ...campaignSummaryOf(row),
    obligations: [...obligations],
    audience: audienceOf(row),
    dueAfter,
    spreadOver,
    authors: authors.map((author) => personOf(author, names)),
    examinedAt: isoOrNull(row.examinedAt),
    proposedBy: named(proposedBy),
    startedBy: named(startedBy),
    progress: {
      ...(await campaignProgress(db, id, now, rateSeconds)),
      mailsWaiting: row.state === 'running' ? await mailsWaiting(db) : null,
    },
    results: {
      attested: results.get('attested') ?? 0,
      underReview: results.get('underReview') ?? 0,
      open: results.get('open') ?? 0,
      overdue: results.get('overdue') ?? 0,
      restricted: results.get('restricted') ?? 0,
      suspended: results.get('suspended') ?? 0,
      ended: results.get('ended') ?? 0,
    },
    ...(await campaignDays(db, id)),
    history: changes.map(({ change, by, reason, at }) => ({ change, by: named(by), reason, at: iso(at) })),
  };
}

function audienceOf({ audience }: CampaignListRow): z.output<typeof campaignView>['audience'] {
  const { sdkProducts, standings, accountManagerIds, countries } = audience;
  return {
    sdkProducts: [...sdkProducts],
    standings: standings && [...standings],
    accountManagerIds: accountManagerIds && [...accountManagerIds],
    countries: countries && [...countries],
  };
}

export async function whatIfViewOf(db: Database, id: CampaignId): Promise<z.output<typeof whatIfView>> {
  const { count, examined, examinedAt } = await campaignOr404(db, id);
  const figures = await whatIfFigures(db, id);
  const total = (what: string) => figures(what).reduce((sum, day) => sum + day.count, 0);
  const course = (name: CourseName) => ({
    mails: total(`${name}.mails`),
    mailsOn: figures(`${name}.mails`),
    reviews: total(`${name}.reviews`),
    reviewsOn: figures(`${name}.reviews`).filter((day) => day.count > 0),
    lapsed: total(`${name}.lapsed`),
    restricted: total(`${name}.restricted`),
    suspended: total(`${name}.suspended`),
  });
  return {
    examinedAt: isoOrNull(examinedAt),
    count,
    examined,
    asked: total('asked'),
    passedOver: figures('passedOver').map(({ on, count: those }) => ({ because: on as PassedOver, count: those })),
    dueOn: figures('dueOn'),
    asLastTime: course('asLastTime'),
    notAtAll: course('notAtAll'),
  };
}
