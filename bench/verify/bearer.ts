import type { Database } from '../../db/database';
import { createToken, newToken } from '../../db/workspace/tokens';
import { idFrom } from '../../domain/ids';

/** A token that may verify, as the header `Authorization` has it. */
export async function bearer(db: Database): Promise<string> {
  const token = newToken();
  const now = Date.now();
  const createdBy = idFrom('per', Buffer.alloc(20, 1));
  const person = { id: createdBy, name: 'B', email: 'b@x.example', emailNormalised: 'b@x.example' };
  await db
    .insertInto('people')
    .values({ ...person, createdAt: new Date(now), erasedAt: null })
    .execute();
  const id = idFrom('tok', Buffer.alloc(20, 1));
  await createToken(db, { id, token, name: 'bench', scopes: ['verify'], expiresAt: null, createdBy }, now);
  return `Bearer ${token}`;
}
