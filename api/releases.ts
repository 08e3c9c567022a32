import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { page, paging } from './paging';
import { id, instant, prose } from './values';

const tag = 'Enforcement';
const state = z.enum(['proposed', 'confirmed']);

/** How many plans one release can name. */
export const longestRelease = 1000;

const summary = {
  id: id('rls'),
  state,
  reason: z.string(),
  proposedBy: id('per'),
  proposedAt: instant,
  confirmedBy: id('per').nullable(),
  confirmedAt: instant.nullable(),
  planCount: z.number().int(),
};

export const releaseSummary = z.strictObject(summary).meta({ id: 'ReleaseSummary' });

export const releaseView = z
  .strictObject({
    ...summary,
    plans: z.array(
      z.strictObject({
        planId: id('pln'),
        developerId: id('dev'),
        developerName: z.string(),
        appId: id('app'),
        appName: z.string(),
        step: z.enum(['restrict', 'suspend']),
        outcome: z
          .enum(['released', 'passed-over'])
          .nullable()
          .describe('passed-over: the step named did not wait for the budget any more. null: not carried out yet.'),
      }),
    ),
  })
  .meta({ id: 'Release' });

export const proposeRelease = operation({
  id: 'proposeRelease',
  method: 'post',
  path: '/v1/enforcement/releases',
  summary: 'Name plans to be released past the budget',
  description: 'Nothing happens before another person has confirmed the list. See the dry run first.',
  tag,
  access: { staff: ['am', 'lead', 'admin'] },
  body: z.strictObject({
    planIds: z
      .array(id('pln'))
      .min(1)
      .max(longestRelease)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'names a plan twice' }),
    reason: prose(2000).describe('Why these steps are right, in words that others will read.'),
  }),
  responses: { 201: releaseView },
  errors: ['release.not-blocked'],
});

export const listReleases = operation({
  id: 'listReleases',
  method: 'get',
  path: '/v1/enforcement/releases',
  summary: 'List releases',
  tag,
  access: { staff: staffRoles },
  query: { state: state.optional(), ...paging(['proposedAt'], '-proposedAt') },
  responses: { 200: page(releaseSummary) },
  errors: [],
});

export const getRelease = operation({
  id: 'getRelease',
  method: 'get',
  path: '/v1/enforcement/releases/{releaseId}',
  summary: 'Read a release',
  tag,
  access: { staff: staffRoles },
  params: { releaseId: id('rls') },
  responses: { 200: releaseView },
  errors: ['resource.not-found'],
});

export const confirmRelease = operation({
  id: 'confirmRelease',
  method: 'post',
  path: '/v1/enforcement/releases/{releaseId}/confirm',
  summary: 'Release the named plans',
  description:
    'By another person than the one who named them. The next step of each may then be taken once without spending from the budget; slot, notices and holds guard it as before. It reaches at most 20 developers a second.',
  tag,
  access: { staff: ['lead', 'admin'] },
  params: { releaseId: id('rls') },
  responses: { 200: releaseView },
  errors: ['resource.not-found', 'release.same-person', 'release.already-confirmed'],
});
