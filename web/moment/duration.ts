/** The days of an ISO 8601 duration of days or weeks (`P30D` → 30, `P2W` → 14); the text itself for other units. */
export function daysOf(duration: string): number | string {
  const [, count, unit] = /^P(\d+)([DW])$/.exec(duration) ?? [];
  return count ? Number(count) * (unit === 'W' ? 7 : 1) : duration;
}
