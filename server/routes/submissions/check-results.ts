import type { z } from 'zod';
import type { checkResultView } from '../../../api/submissions';
import type { CheckRow } from '../../../db/queries/submissions';
import { type ObligationSlug, obligations } from '../../../domain/obligations';

/** One result of the automatic checks as the API shows it. */
export function checkResultViewOf({ obligation, ...result }: CheckRow): z.output<typeof checkResultView> {
  const known = obligations.includes(obligation as ObligationSlug);
  return { ...result, obligation: known ? (obligation as ObligationSlug) : null };
}
