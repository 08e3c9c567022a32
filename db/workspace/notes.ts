import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId, NoteId, PersonId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Notes about a developer with the names of who wrote them. */
export function notesQuery(db: Db, developerId: DeveloperId) {
  return db
    .selectFrom('developerNotes')
    .innerJoin('people', 'people.id', 'developerNotes.writtenBy')
    .selectAll('developerNotes')
    .select('people.name')
    .where('developerNotes.developerId', '=', developerId);
}

export type NoteRow = Awaited<ReturnType<ReturnType<typeof notesQuery>['executeTakeFirstOrThrow']>>;

/** Writes a note; the same id again changes nothing. */
export async function writeNote(
  db: Db,
  note: { id: NoteId; developerId: DeveloperId; words: string; writtenBy: PersonId },
  now: Instant,
): Promise<NoteRow> {
  await db
    .insertInto('developerNotes')
    .values({ ...note, writtenAt: new Date(now) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return notesQuery(db, note.developerId).where('developerNotes.id', '=', note.id).executeTakeFirstOrThrow();
}
