/** So many answers are kept for each function; then it begins anew, so that a long-lived process stays small. */
const kept = 10_000;

/**
 * The same pure function, which knows its last answers. Calendar arithmetic is slow and asked for over and over: each decision
 * looks at the same few days and moments of one developer again. What throws is not kept.
 */
export function remembered<First extends string | number, Rest extends (string | number)[], Answer>(
  work: (first: First, ...rest: Rest) => Answer,
): (first: First, ...rest: Rest) => Answer {
  const answers = new Map<string, Map<First, Answer>>();
  let count = 0;
  return (first, ...rest) => {
    // What comes first differs from call to call, the rest seldom does.
    const key = rest.length === 1 ? String(rest[0]) : rest.join(' ');
    let known = answers.get(key);
    const answer = known?.get(first);
    if (answer !== undefined) return answer;
    const fresh = work(first, ...rest);
    if (count >= kept) {
      answers.clear();
      known = undefined;
      count = 0;
    }
    if (known === undefined) answers.set(key, (known = new Map()));
    known.set(first, fresh);
    count += 1;
    return fresh;
  };
}
