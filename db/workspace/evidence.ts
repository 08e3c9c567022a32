import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId, EvidenceId, PersonId } from '../../domain/ids';
import type { Tables } from '../tables';

export interface NewEvidence {
  id: EvidenceId;
  developerId: DeveloperId;
  appId: AppId;
  fileName: string;
  mediaType: string;
  content: Uint8Array;
  uploadedBy: PersonId;
}

/** Keeps a file with its SHA-256. A repetition with the same id keeps the first. */
export async function keepEvidence(db: Kysely<Tables>, file: NewEvidence, now: Instant): Promise<void> {
  const content = Buffer.from(file.content);
  await db
    .insertInto('evidence')
    .values({
      ...file,
      content,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      uploadedAt: new Date(now),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** How many files an app has beside this one. */
export async function countOtherEvidence(db: Kysely<Tables>, appId: AppId, id: EvidenceId): Promise<number> {
  const { count } = await db
    .selectFrom('evidence')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('appId', '=', appId)
    .where('id', '!=', id)
    .executeTakeFirstOrThrow();
  return count;
}
