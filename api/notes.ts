import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { page, paging } from './paging';
import { id, instant, prose } from './values';

const tag = 'Desk';

export const noteView = z
  .strictObject({
    id: id('nte'),
    developerId: id('dev'),
    words: z.string(),
    writtenBy: id('per'),
    writtenByName: z.string().nullable().describe('null for a person who was erased.'),
    writtenAt: instant.describe('Wall time.'),
  })
  .meta({ id: 'Note' });

export const listNotes = operation({
  id: 'listNotes',
  method: 'get',
  path: '/v1/developers/{developerId}/notes',
  summary: 'What the vendor’s people wrote down about a developer',
  description: 'For the vendor only; newest first.',
  tag,
  access: { staff: staffRoles },
  params: { developerId: id('dev') },
  query: paging(['writtenAt'], '-writtenAt'),
  responses: { 200: page(noteView) },
  errors: [],
});

export const writeNote = operation({
  id: 'writeNote',
  method: 'post',
  path: '/v1/developers/{developerId}/notes',
  summary: 'Write a note about a developer',
  description: 'A note is never changed or taken away: write another.',
  tag,
  access: { staff: staffRoles },
  params: { developerId: id('dev') },
  body: z.strictObject({ words: prose(4000) }),
  responses: { 201: noteView },
  errors: [],
});
