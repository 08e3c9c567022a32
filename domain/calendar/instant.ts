/** A moment: milliseconds since 1970-01-01T00:00:00Z. Only compared and carried; calendar arithmetic is in `zoned.ts`. */
export type Instant = number;
/** A calendar day, `YYYY-MM-DD`, in a time zone that its owner knows. */
export type Day = string;
/** A length of time as ISO 8601 writes it: `P14D`, `PT72H`, `P1Y`. */
export type Duration = string;
/** An IANA time zone name: `Asia/Shanghai`. */
export type TimeZone = string;

export const never = Number.POSITIVE_INFINITY;

/** The earliest of some moments; null and undefined do not count. */
export function earliest(...instants: (Instant | null | undefined)[]): Instant {
  let first: Instant = never;
  for (const instant of instants) if (instant != null && instant < first) first = instant;
  return first;
}

/** The latest of some moments; null and undefined do not count. Throws when none is left: a bound must not vanish. */
export function latest(...instants: (Instant | null | undefined)[]): Instant {
  const known = instants.filter((instant): instant is Instant => instant != null);
  if (known.length === 0) throw new RangeError('latest() needs at least one instant');
  return Math.max(...known);
}
