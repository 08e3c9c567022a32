import { z } from 'zod';
import { campaignChanges, campaignStates } from '../domain/campaigns/states';
import { passedOverReasons } from '../domain/lifecycle/campaigns';
import { standings } from '../domain/lifecycle/state';
import { obligations } from '../domain/obligations';
import { staffRoles } from '../domain/permissions';
import { sdkProducts } from '../domain/products';
import { mailsWaiting } from './mails-waiting';
import { operation } from './operation';
import { page, paging } from './paging';
import { namedPerson, policyAccess } from './policies';
import { day, duration, id, instant, line, prose } from './values';

const tag = 'Campaigns';
const oneCampaign = { campaignId: id('cmp') };
const count = z.int().min(0);
const onDays = z.array(z.strictObject({ on: day, count }));
const passedOver = z
  .array(z.strictObject({ because: z.enum(passedOverReasons), count }))
  .describe('Whom it asks nothing, and why.');

const audience = z.strictObject({
  sdkProducts: z.array(z.enum(sdkProducts)).min(1),
  standings: z.array(z.enum(standings)).min(1).nullable().describe('Of the apps. null: whatever it is.'),
  accountManagerIds: z.array(id('per')).min(1).max(200).nullable().describe('null: whoever it is.'),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'two capital letters like CN are expected'))
    .min(1)
    .max(250)
    .nullable()
    .describe('null: wherever they are.'),
});

const chosen = {
  name: line(120),
  policyVersionId: id('pol').describe('A published version with a material change.'),
  obligations: z
    .array(z.enum(obligations))
    .min(1)
    .describe('What is asked: obligations that rest on a changed clause.'),
  audience: audience.describe('Whom it is for. Who has left is never asked.'),
  dueAfter: duration.describe('From the day each is asked until the first due day.'),
  spreadOver: duration.describe('The window over which the due days are spread: never one common day.'),
};
const campaignBody = z.strictObject(chosen);

const campaignSummary = {
  id: id('cmp'),
  name: z.string(),
  policyVersionId: id('pol'),
  policyTitle: z.string(),
  state: z.enum(campaignStates),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  count: count.describe('Developers it is for, since its what-if was worked out.'),
  examined: count,
  settled: count.describe('Of these: asked, or passed over.'),
};
export const campaignSummaryView = z.strictObject(campaignSummary).meta({ id: 'CampaignSummary' });

export const campaignView = z
  .strictObject({
    ...campaignSummary,
    ...chosen,
    authors: z.array(namedPerson),
    examinedAt: instant.nullable(),
    proposedBy: namedPerson.nullable(),
    startedBy: namedPerson.nullable(),
    progress: z.strictObject({
      asked: count,
      passedOver,
      perSecond: z.number().min(0).describe('Over the last ten seconds.'),
      mailsWaiting,
    }),
    results: z
      .strictObject({
        attested: count,
        underReview: count,
        open: count,
        overdue: count,
        restricted: count,
        suspended: count,
        ended: count.describe('The app ended, or something else took the question over.'),
      })
      .describe('What became of each app that was asked, counted now.'),
    dueOn: onDays.describe('The due days that were given.'),
    mailsOn: onDays.describe('The notices of its cycles, sent or waiting to leave, by day of the developer.'),
    history: z.array(
      z.strictObject({
        change: z.enum(campaignChanges),
        by: namedPerson.nullable().describe('null: by itself.'),
        reason: z.string().nullable(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'Campaign' });

const course = z.strictObject({
  mails: count,
  mailsOn: onDays,
  reviews: count.describe('Submissions that a person would have to look at.'),
  reviewsOn: onDays,
  lapsed: count,
  restricted: count,
  suspended: count,
});

export const whatIfView = z
  .strictObject({
    examinedAt: instant.nullable().describe('null: still being worked out; what follows is of those examined so far.'),
    count,
    examined: count,
    asked: count,
    passedOver,
    dueOn: onDays,
    asLastTime: course.describe('Everybody signs as long before or after the due day as the last time.'),
    notAtAll: course.describe('Nobody does anything.'),
  })
  .meta({ id: 'CampaignWhatIf' });

export const draftCampaign = operation({
  id: 'draftCampaign',
  method: 'post',
  path: '/v1/campaigns',
  summary: 'Draft a campaign',
  description: 'Nobody is asked before its what-if was worked out and a second person has started it.',
  tag,
  access: policyAccess,
  body: campaignBody,
  responses: { 201: campaignView },
  errors: [],
});

export const listCampaigns = operation({
  id: 'listCampaigns',
  method: 'get',
  path: '/v1/campaigns',
  summary: 'List campaigns',
  tag,
  access: { staff: staffRoles },
  query: { state: z.enum(campaignStates).optional(), ...paging(['createdAt'], '-createdAt') },
  responses: { 200: page(campaignSummaryView) },
  errors: [],
});

export const getCampaign = operation({
  id: 'getCampaign',
  method: 'get',
  path: '/v1/campaigns/{campaignId}',
  summary: 'Read a campaign with its progress and results',
  tag,
  access: { staff: staffRoles },
  params: oneCampaign,
  responses: { 200: campaignView },
  errors: ['resource.not-found'],
});

export const changeCampaign = operation({
  id: 'changeCampaign',
  method: 'put',
  path: '/v1/campaigns/{campaignId}',
  summary: 'Write a draft anew',
  description: 'What was worked out for the former one is thrown away. Who does becomes one of its authors.',
  tag,
  access: policyAccess,
  params: oneCampaign,
  body: campaignBody,
  responses: { 200: campaignView },
  errors: ['resource.not-found', 'campaign.not-possible'],
});

export const examineCampaign = operation({
  id: 'examineCampaign',
  method: 'post',
  path: '/v1/campaigns/{campaignId}/what-if',
  summary: 'Work out what it would do, for everybody it is for now',
  description:
    'By the decider itself, on every developer as they are; nothing is decided. Read it under the same address.',
  tag,
  access: policyAccess,
  params: oneCampaign,
  responses: { 202: campaignView },
  errors: ['resource.not-found', 'campaign.not-possible'],
});

export const getCampaignWhatIf = operation({
  id: 'getCampaignWhatIf',
  method: 'get',
  path: '/v1/campaigns/{campaignId}/what-if',
  summary: 'Read what a campaign would do',
  description: 'Who is asked and when, how many mails a day, how much review, how many would lapse.',
  tag,
  access: { staff: staffRoles },
  params: oneCampaign,
  responses: { 200: whatIfView },
  errors: ['resource.not-found'],
});

export const proposeCampaign = operation({
  id: 'proposeCampaign',
  method: 'post',
  path: '/v1/campaigns/{campaignId}/propose',
  summary: 'Ask a second person to start it',
  tag,
  access: policyAccess,
  params: oneCampaign,
  responses: { 200: campaignView },
  errors: ['resource.not-found', 'campaign.not-possible'],
});

export const startCampaign = operation({
  id: 'startCampaign',
  method: 'post',
  path: '/v1/campaigns/{campaignId}/start',
  summary: 'Start it, as somebody who neither wrote nor proposed it',
  description: 'Developers who joined its audience since the what-if are asked too.',
  tag,
  access: policyAccess,
  params: oneCampaign,
  responses: { 200: campaignView },
  errors: ['resource.not-found', 'campaign.not-possible', 'campaign.same-person'],
});

const steering = { tag, access: policyAccess, params: oneCampaign, body: z.strictObject({ reason: prose(2000) }) };
const steered = { 200: campaignView };

export const pauseCampaign = operation({
  id: 'pauseCampaign',
  method: 'post',
  path: '/v1/campaigns/{campaignId}/pause',
  summary: 'Pause it',
  description: 'Nobody more is asked after at most a second, until it is resumed. Who was asked stays asked.',
  ...steering,
  responses: steered,
  errors: ['resource.not-found', 'campaign.not-possible'],
});

export const resumeCampaign = operation({
  id: 'resumeCampaign',
  method: 'post',
  path: '/v1/campaigns/{campaignId}/resume',
  summary: 'Let it go on',
  ...steering,
  responses: steered,
  errors: ['resource.not-found', 'campaign.not-possible'],
});

export const cancelCampaign = operation({
  id: 'cancelCampaign',
  method: 'post',
  path: '/v1/campaigns/{campaignId}/cancel',
  summary: 'End it for good',
  description:
    'Nobody more is asked. Who was asked stays asked: a date that binds somebody is not taken back in silence.',
  ...steering,
  responses: steered,
  errors: ['resource.not-found', 'campaign.not-possible'],
});

export const listCampaignDevelopers = operation({
  id: 'listCampaignDevelopers',
  method: 'get',
  path: '/v1/campaigns/{campaignId}/developers',
  summary: 'Whom a campaign is for, and what became of each',
  tag,
  access: { staff: staffRoles },
  params: oneCampaign,
  query: { outcome: z.enum(['asked', 'passed-over']).optional(), ...paging(['name'], 'name') },
  responses: {
    200: page(
      z
        .strictObject({
          developerId: id('dev'),
          developerName: z.string(),
          outcome: z.enum(['asked', 'passed-over']).nullable(),
          because: z.enum(passedOverReasons).nullable(),
          dueOn: day.nullable(),
          expectedDueOn: day.nullable().describe('By the what-if.'),
          settledAt: instant.nullable(),
        })
        .meta({ id: 'CampaignDeveloper' }),
    ),
  },
  errors: ['resource.not-found'],
});
