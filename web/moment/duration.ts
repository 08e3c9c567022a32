import type { Language } from '../../domain/lifecycle/state';

/** The days of an ISO 8601 duration of days or weeks (`P30D` → 30, `P2W` → 14); the text itself for other units. */
export function daysOf(duration: string): number | string {
  const [, count, unit] = /^P(\d+)([DW])$/.exec(duration) ?? [];
  return count ? Number(count) * (unit === 'W' ? 7 : 1) : duration;
}

const units = ['year', 'month', 'week', 'day', 'hour', 'minute'] as const;
const shape = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** "1 year", "72 hours": an ISO 8601 duration of whole units in words; the text itself for others. */
export function durationText(duration: string, language: Language): string {
  const counts = shape.exec(duration)?.slice(1) ?? [];
  const parts = units.flatMap((unit, place) => {
    const count = counts[place];
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
    return count ? [format.format(Number(count))] : [];
  });
  return parts.length > 0 ? parts.join(' ') : duration;
}
