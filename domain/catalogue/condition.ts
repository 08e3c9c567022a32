/** Something that is true or not of what was answered, under this or another obligation. */
export type Condition =
  | { readonly obligation: string; readonly field: string; readonly equals: string | boolean }
  | { readonly obligation: string; readonly field: string; readonly includes: string }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] };

/** What was answered under one obligation, by field slug; as it came, not yet judged. */
export type Answers = Readonly<Record<string, unknown>>;
/** Answers by obligation slug; an obligation that nobody has answered is absent. */
export type AnswersByObligation = Readonly<Partial<Record<string, Answers>>>;

/** Whether a condition holds; 'unknown' while the answer that it hangs on is missing. */
export function holds(condition: Condition, answers: AnswersByObligation): boolean | 'unknown' {
  if ('any' in condition) {
    const parts = condition.any.map((part) => holds(part, answers));
    if (parts.includes(true)) return true;
    return parts.includes('unknown') ? 'unknown' : false;
  }
  if ('all' in condition) {
    const parts = condition.all.map((part) => holds(part, answers));
    if (parts.includes(false)) return false;
    return parts.includes('unknown') ? 'unknown' : true;
  }
  const value = answers[condition.obligation]?.[condition.field];
  if (value === undefined) return 'unknown';
  if ('equals' in condition) return value === condition.equals;
  return Array.isArray(value) && value.includes(condition.includes);
}

/** The plain conditions inside one. */
export function leavesOf(condition: Condition): Exclude<Condition, { any: unknown } | { all: unknown }>[] {
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  return [condition];
}
