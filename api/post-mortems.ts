import { z } from 'zod';
import { suspensionClass } from './apps';
import { operation } from './operation';
import { page, paging } from './paging';
import { flag, id, instant, prose } from './values';

const tag = 'Suspensions';
const readers = { staff: ['lead', 'legal', 'admin'] } as const;
const onePostMortem = { postMortemId: id('pmt') };

export const postMortemView = z
  .strictObject({
    id: id('pmt'),
    developerId: id('dev'),
    developerName: z.string(),
    app: z.strictObject({ id: id('app'), name: z.string() }),
    suspensionId: id('sus'),
    class: suspensionClass,
    suspendedAt: instant,
    undoneAt: instant,
    refusedMs: z.int().min(0).describe('How long the keys were refused.'),
    undoneBy: id('per'),
    reason: z.string().describe('What was wrong about it, as the developer was told.'),
    found: z.string().describe('How it was noticed.'),
    keys: z
      .array(z.strictObject({ id: id('key'), name: z.string(), lastFour: z.string() }))
      .describe('The live keys that were refused for it.'),
    checks: z
      .int()
      .min(0)
      .describe('How often these keys were checked in the hours from the suspension to its undoing.'),
    concludedAt: instant.nullable(),
    concludedBy: id('per').nullable(),
    cause: z.string().nullable(),
    prevention: z.string().nullable(),
  })
  .meta({ id: 'PostMortem' });

export const listPostMortems = operation({
  id: 'listPostMortems',
  method: 'get',
  path: '/v1/post-mortems',
  summary: 'Post-mortems of suspensions that were undone',
  tag,
  access: readers,
  query: {
    developerId: id('dev').optional(),
    isConcluded: flag.optional(),
    ...paging(['undoneAt'], '-undoneAt'),
  },
  responses: { 200: page(postMortemView) },
  errors: [],
});

export const getPostMortem = operation({
  id: 'getPostMortem',
  method: 'get',
  path: '/v1/post-mortems/{postMortemId}',
  summary: 'The post-mortem of a suspension that was undone',
  tag,
  access: readers,
  params: onePostMortem,
  responses: { 200: postMortemView },
  errors: ['resource.not-found'],
});

export const concludePostMortem = operation({
  id: 'concludePostMortem',
  method: 'post',
  path: '/v1/post-mortems/{postMortemId}/conclude',
  summary: 'Conclude a post-mortem',
  description: 'Once, by legal. Its task closes with it; nothing of it changes afterwards.',
  tag,
  access: { staff: ['legal'] },
  params: onePostMortem,
  body: z.strictObject({
    cause: prose(4000).describe('Why it came to the suspension.'),
    prevention: prose(4000).describe('What prevents the next one.'),
  }),
  responses: { 200: postMortemView },
  errors: ['resource.not-found', 'post-mortem.already-concluded'],
});
