import type { Obligation } from '../obligations/obligation';
import type { Clause } from './policy-version';

/** What an obligation says of the clauses that it rests on: their numbers, and how each read when its edition was made. */
type RestsOn = Pick<Obligation, 'clauses' | 'clauseText'>;

/**
 * The clauses of an obligation as they are asked: as the policy published last by its edition has them, else, with null for it, as the
 * edition has them, which is in English alone.
 */
export function askedClauses({ clauses, clauseText }: RestsOn, published: readonly Clause[] | null): Clause[] {
  return clauses.map((clause, place) => {
    const known = published?.find((one) => one.clause === clause);
    return known ? { clause, en: known.en, zhCn: known.zhCn } : { clause, en: clauseText[place] ?? '', zhCn: null };
  });
}

/** The clauses as a sealed record keeps them; null in Chinese where no such wording was on record when it was signed. */
export function sealedClauses({
  clauses,
  clauseText,
  clauseTextZhCn,
}: RestsOn & { clauseTextZhCn?: readonly (string | null)[] }): Clause[] {
  return clauses.map((clause, place) => ({
    clause,
    en: clauseText[place] ?? '',
    zhCn: clauseTextZhCn?.[place] ?? null,
  }));
}
