import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { language } from './values';

const tag = 'Notices';

export const listMailPreviews = operation({
  id: 'listMailPreviews',
  method: 'get',
  path: '/v1/mail-previews',
  summary: 'Every mail there is, rendered with made-up facts',
  description: 'As it would be sent, in this language; the variants that a template has are named after it.',
  tag,
  access: { staff: staffRoles },
  query: { language },
  responses: {
    200: z.strictObject({
      items: z.array(
        z
          .strictObject({
            name: z.string(),
            subject: z.string(),
            text: z.string(),
            attachments: z.array(z.string()).describe('The names of files that go along.'),
          })
          .meta({ id: 'MailPreview' }),
      ),
    }),
  },
  errors: [],
});
