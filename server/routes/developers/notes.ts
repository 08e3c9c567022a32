import type { z } from 'zod';
import { listNotes, type noteView, writeNote } from '../../../api/notes';
import { iso } from '../../../api/values';
import { paged } from '../../../db/paging';
import { type NoteRow, notesQuery, writeNote as write } from '../../../db/workspace/notes';
import { answer, route } from '../../route';

export const listNotesRoute = route(listNotes, async ({ params, query, deps }) => {
  const sorts = { writtenAt: { by: 'developerNotes.writtenAt', kind: 'instant' } } as const;
  const notes = notesQuery(deps.db, params.developerId);
  const { rows, nextCursor } = await paged(notes, sorts, 'developerNotes.id', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const writeNoteRoute = route(writeNote, async ({ params, body, caller, deps, newId, now }) => {
  const note = { id: newId('nte'), ...params, ...body, writtenBy: caller.personId };
  return answer(201, viewOf(await write(deps.db, note, now)));
});

function viewOf({ name, writtenAt, ...note }: NoteRow): z.output<typeof noteView> {
  return { ...note, writtenByName: name, writtenAt: iso(writtenAt) };
}
