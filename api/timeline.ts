import { z } from 'zod';
import { decisionTypes, rules } from '../domain/lifecycle/decisions';
import { developerReaders } from './access';
import { operation } from './operation';
import { page, paging } from './paging';
import { id, instant } from './values';

/** Who can have caused a decision. */
export const actorKinds = ['person', 'staff', 'token', 'clock', 'system'] as const;

export const timelineEntry = z
  .strictObject({
    seq: z.int(),
    at: instant.describe('In the time of the developer.'),
    recordedAt: instant.describe('Wall time.'),
    eventId: id('evt'),
    event: z.string(),
    decision: z.enum(decisionTypes),
    subject: z.string().describe('The id of what it is about.'),
    appId: id('app').nullable(),
    actor: z.strictObject({
      kind: z.enum(actorKinds),
      id: z.string(),
      role: z.string().nullable(),
      name: z.string().nullable().describe('null where it is not yours to see, or was erased.'),
    }),
    rule: z.enum(rules).nullable(),
    why: z.string(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });

export const listTimeline = operation({
  id: 'listTimeline',
  method: 'get',
  path: '/v1/developers/{developerId}/timeline',
  summary: 'What was decided, by whom and why',
  description: 'Newest first. The vendor’s own tasks are shown to the vendor only.',
  tag: 'Developers',
  access: developerReaders,
  params: { developerId: id('dev') },
  query: {
    appId: id('app').optional(),
    decision: z.enum(decisionTypes).optional(),
    actorKind: z.enum(actorKinds).optional(),
    ...paging(['seq'], '-seq'),
  },
  responses: { 200: page(timelineEntry) },
  errors: [],
});
