import { z } from 'zod';
import { noticeTemplates } from '../domain/lifecycle/notices';
import { developerReaders } from './access';
import { operation } from './operation';
import { page, paging } from './paging';
import { id, instant, line } from './values';

const tag = 'Notices';

const noticeState = z.enum(['queued', 'accepted', 'bounced', 'cancelled']);

const delivery = z.strictObject({
  personId: id('per'),
  audience: z.string(),
  state: z.enum(['sending', 'accepted', 'bounced', 'failed']),
  attempts: z.int(),
  messageId: z.string(),
  sentAt: instant
    .nullable()
    .describe('Wall time of the last try; where the server refused it for now, of the first that it refused.'),
  settledAt: instant.nullable().describe('In the time of the developer.'),
});

const summary = {
  id: id('ntc'),
  template: z.enum(noticeTemplates),
  rung: z.string(),
  opensGate: z.boolean().describe('A step of enforcement waits for its delivery.'),
  appIds: z.array(id('app')),
  cycleId: id('cyc').nullable(),
  audience: z.array(z.string()),
  state: noticeState,
  createdAt: instant,
  acceptedAt: instant.nullable().describe('Delivered: a receiving server took it. Periods count from here.'),
  bouncedAt: instant.nullable(),
  confirmations: z
    .array(z.strictObject({ by: id('per'), channel: z.string(), spokeWith: z.string(), at: instant }))
    .describe('Staff who vouch for delivery over another channel; two make it delivered.'),
};

export const noticeSummary = z
  .strictObject({ ...summary, deliveries: z.array(delivery).describe('One for each person it was sent to.') })
  .meta({ id: 'NoticeSummary' });

export const noticeView = z
  .strictObject({
    ...summary,
    deliveries: z.array(
      delivery.extend({
        response: z.string().nullable().describe('What the receiving server said; for the vendor only.'),
        mail: z
          .strictObject({ subject: z.string(), text: z.string(), html: z.string() })
          .nullable()
          .describe('As it was sent. One’s own; the vendor’s people see all.'),
      }),
    ),
  })
  .meta({ id: 'Notice' });

const params = { developerId: id('dev'), noticeId: id('ntc') };

export const listNotices = operation({
  id: 'listNotices',
  method: 'get',
  path: '/v1/developers/{developerId}/notices',
  summary: 'List notices with their delivery',
  tag,
  access: developerReaders,
  params: { developerId: id('dev') },
  query: {
    template: z.enum(noticeTemplates).optional(),
    state: noticeState.optional(),
    appId: id('app').optional(),
    ...paging(['createdAt'], '-createdAt'),
  },
  responses: { 200: page(noticeSummary) },
  errors: [],
});

export const getNotice = operation({
  id: 'getNotice',
  method: 'get',
  path: '/v1/developers/{developerId}/notices/{noticeId}',
  summary: 'One notice, as it was sent',
  tag,
  access: developerReaders,
  params,
  responses: { 200: noticeView },
  errors: [],
});

export const confirmNotice = operation({
  id: 'confirmNotice',
  method: 'post',
  path: '/v1/developers/{developerId}/notices/{noticeId}/confirmations',
  summary: 'Vouch that a notice reached somebody over another channel',
  description: 'The second person’s confirmation makes it delivered, counted from then.',
  tag,
  access: { staff: ['am', 'lead', 'admin'] },
  params,
  body: z.strictObject({
    channel: line(80).describe('telephone, registered letter, …'),
    spokeWith: id('per').describe('The contact of the developer who was reached.'),
    confirmedAt: instant.describe('When they were reached.'),
  }),
  responses: { 201: noticeView },
  errors: ['notice.already-accepted', 'notice.same-person', 'developer.offboarded'],
});
