import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { fileAnswer, operation } from './operation';
import { id } from './values';

/**
 * What the stream of the desk sends. `changed`: something was decided about these developers; `kinds` are the first words of the decisions
 * (submission, plan, notice, task …), and `question` where they answered one of a reviewer. `reload`: too much was missed to be told one by one, so that everything is to be read anew.
 */
export const deskChanged = z.strictObject({
  developers: z.array(z.strictObject({ id: id('dev'), kinds: z.array(z.string()) })),
});
export type DeskChanged = z.output<typeof deskChanged>;

export const followDesk = operation({
  id: 'followDesk',
  method: 'get',
  path: '/v1/desk/events',
  summary: 'Follow what changes, as Server-Sent Events',
  description:
    'An event `changed` with {"developers":[{"id","kinds"}]} within a second or so of a decision; `kinds` are the first words of the decisions, as in the timeline (submission, plan, notice, task …), and `question` says that a reviewer’s question was answered. After `reload` read everything anew. A comment comes every ten seconds. The stream ends after some minutes, and for readers that do not keep up: come back with Last-Event-ID, as browsers do by themselves. Then the decisions that were missed are told; answers to questions are told only to who follows at that moment, so read those anew.',
  tag: 'Desk',
  access: { staff: staffRoles },
  query: {
    scope: z
      .enum(['mine', 'all'])
      .default('all')
      .describe('Of developers whose account manager I am, or of everybody’s.'),
  },
  responses: { 200: fileAnswer('text/event-stream') },
  errors: [],
});
