import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { page, paging } from './paging';
import { duration, id, instant } from './values';

const tag = 'Enforcement';
const step = z.enum(['restrict', 'suspend']);
const blockedBy = z.enum(['budget', 'hold']);

const named = {
  developerId: id('dev'),
  developerName: z.string(),
  appId: id('app'),
  appName: z.string(),
  planId: id('pln'),
  step,
};

export const budgetView = z
  .strictObject({
    apps: z.number().int().describe('How many apps may be restricted or suspended in the window.'),
    spent: z.number().int(),
    left: z.number().int(),
    window: duration.describe('A rolling window of wall time.'),
    since: instant.describe('The window began then.'),
    waiting: z.number().int().describe('Plans whose step waits for a release.'),
    alertedAt: instant.nullable().describe('When the leads were told that it is spent; null while nothing waits.'),
  })
  .meta({ id: 'EnforcementBudget' });

export const getBudget = operation({
  id: 'getEnforcementBudget',
  method: 'get',
  path: '/v1/enforcement/budget',
  summary: 'How much may still be enforced',
  tag,
  access: { staff: staffRoles },
  responses: { 200: budgetView },
  errors: [],
});

export const blockedView = z
  .strictObject({ ...named, blockedBy, since: instant.describe('In the time of the developer.') })
  .meta({ id: 'BlockedStep' });

export const listBlocked = operation({
  id: 'listBlockedSteps',
  method: 'get',
  path: '/v1/enforcement/blocked',
  summary: 'What waits, and for what',
  tag,
  access: { staff: staffRoles },
  query: {
    developerId: id('dev').optional(),
    blockedBy: blockedBy.optional(),
    ...paging(['since'], 'since'),
  },
  responses: { 200: page(blockedView) },
  errors: [],
});

export const dryRunView = z
  .strictObject({
    asOf: instant,
    ahead: duration,
    totals: z.strictObject({
      developers: z.number().int(),
      apps: z.number().int(),
      keys: z.number().int(),
      verificationsLastDay: z.number().int(),
    }),
    leftOff: z.number().int().describe('Developers who were not looked at, because there are too many.'),
    items: z.array(
      z.strictObject({
        ...named,
        at: instant.nullable().describe('When it would come, in the time of the developer; null: it waits already.'),
        blockedBy: blockedBy.nullable(),
        keys: z.array(
          z.strictObject({
            id: id('key'),
            name: z.string(),
            prefix: z.string(),
            lastFour: z.string(),
            verificationsLastDay: z.number().int(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DryRun' });

export const dryRunEnforcement = operation({
  id: 'dryRunEnforcement',
  method: 'get',
  path: '/v1/enforcement/dry-run',
  summary: 'What enforcement would do, before it does',
  description:
    'Each restriction and suspension that waits or would come if nobody acts and nothing were held: whose, which live keys, and how often they were verified in the last day. With a release only what it names.',
  tag,
  access: { staff: staffRoles },
  query: {
    ahead: duration.default('P7D').describe('How far to look, at most P90D.'),
    developerId: id('dev').optional(),
    releaseId: id('rls').optional(),
  },
  responses: { 200: dryRunView },
  errors: ['resource.not-found'],
});
