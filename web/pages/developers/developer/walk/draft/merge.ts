import type { Answers } from '../../../../../../domain/catalogue/condition';

/** A field that was answered here and elsewhere, and differently. */
export interface Conflict {
  slug: string;
  mine: unknown;
  theirs: unknown;
}

/** The same answer, whatever the order of the keys inside. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one ?? null)) === JSON.stringify(ordered(other ?? null));
}

/** Answers with one field answered anew. An emptied one is left out: it is not answered. */
export function withAnswer(answers: Answers, slug: string, value: unknown): Answers {
  const { [slug]: _former, ...others } = answers;
  return value === undefined || value === null || value === '' ? others : { ...others, [slug]: value };
}

/**
 * Joins what was answered here with what somebody else saved meanwhile, both from the same beginning, field by field:
 * what only one side touched is that side's, what both changed differently is a conflict, in which ours stands for now.
 */
export function merged(base: Answers, mine: Answers, theirs: Answers): { answers: Answers; conflicts: Conflict[] } {
  let answers: Answers = {};
  const conflicts: Conflict[] = [];
  for (const slug of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const isMine = !isSame(mine[slug], base[slug]);
    const isTheirs = !isSame(theirs[slug], base[slug]);
    if (isMine && isTheirs && !isSame(mine[slug], theirs[slug])) {
      conflicts.push({ slug, mine: mine[slug], theirs: theirs[slug] });
    }
    answers = withAnswer(answers, slug, isMine ? mine[slug] : theirs[slug]);
  }
  return { answers, conflicts };
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, ordered(item)]),
  );
}
