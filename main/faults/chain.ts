import { firstHash, hashOf } from '../../db/lifecycle/audit';
import type { Actor } from './cast';
import type { Finding } from './finding';
import type { Stage } from './stage';

/** Reckons the developer's audit entries anew: an edit, a gap or a fork breaks the chain. */
export async function judgeChain({ db }: Stage, { id }: Actor): Promise<Finding> {
  const rows = await db.selectFrom('auditEntries').selectAll().where('developerId', '=', id).orderBy('seq').execute();
  let previous = firstHash;
  for (const { seq, previousHash, hash, ...entry } of rows) {
    if (previousHash !== previous || hashOf(entry, previous) !== hash)
      return { lost: [`the audit chain breaks at entry ${seq} (${entry.decision})`], doubled: [] };
    previous = hash;
  }
  return { lost: [], doubled: [] };
}
