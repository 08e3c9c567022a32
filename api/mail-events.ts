import { z } from 'zod';
import { operation } from './operation';
import { id } from './values';

export const reportMailEvent = operation({
  id: 'reportMailEvent',
  method: 'post',
  path: '/v1/mail-events',
  summary: 'A mail came back',
  description:
    'For the mail system: a message that was accepted bounced later. When nobody is left who has the notice, it counts as not delivered. Reporting it again changes nothing.',
  tag: 'Notices',
  access: { token: ['mail-events:write'] },
  body: z.strictObject({
    messageId: z
      .string()
      .trim()
      .regex(/^<?[^<>\s]{3,250}>?$/, 'a Message-ID like <…@…> is expected')
      .describe('With or without angle brackets.'),
    type: z.literal('bounce'),
  }),
  responses: {
    200: z
      .strictObject({
        noticeId: id('ntc'),
        isDelivered: z.boolean().describe('True while somebody else has it.'),
      })
      .meta({ id: 'MailEventOutcome' }),
  },
  errors: ['resource.not-found'],
});
