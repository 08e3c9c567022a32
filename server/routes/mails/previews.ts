import { listMailPreviews } from '../../../api/mails';
import { route } from '../../route';

export const listMailPreviewsRoute = route(listMailPreviews, async ({ query, deps }) => ({
  items: Object.entries(deps.sampleMails(query.language)).map(([name, { subject, text, attachments }]) => ({
    name,
    subject,
    text,
    attachments: attachments.map(({ filename }) => filename),
  })),
}));
