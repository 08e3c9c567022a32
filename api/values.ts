import { z } from 'zod';
import type { Day, Duration, Instant, TimeZone } from '../domain/calendar/instant';
import { isDay, isDuration, isTimeZone } from '../domain/calendar/zoned';
import { type Id, isId } from '../domain/ids';

/** A schema for an identifier with this prefix. Not for path parameters alone: a malformed one there answers 404 by itself. */
export function id<Prefix extends string>(prefix: Prefix): z.ZodType<Id<Prefix>, Id<Prefix>> {
  return z
    .string()
    .max(45)
    .refine((text) => isId(prefix, text), { message: `an identifier that starts with ${prefix}_ is expected` })
    .meta({ pattern: `^${prefix}_[0-9a-z]{4,40}$`, example: `${prefix}_01hq3m5v7x9z2b4d6f8h` }) as unknown as z.ZodType<
    Id<Prefix>,
    Id<Prefix>
  >;
}

/** A moment as views show it and requests give it: ISO 8601 with its offset. Make one with `iso()`. */
export const instant = z.iso
  .datetime({ offset: true, error: 'a moment like 2026-11-23T10:00:00Z, with its offset, is expected' })
  .meta({ format: 'date-time', example: '2026-11-23T10:00:00.000Z' });

/** A calendar day, `YYYY-MM-DD`. */
export const day: z.ZodType<Day, Day> = z
  .string()
  .max(10, 'a calendar day like 2026-11-23 is expected')
  .refine(isDay, { message: 'a calendar day that exists, like 2026-11-23, is expected', abort: true })
  .meta({ format: 'date', example: '2026-11-23' });

/** An ISO 8601 duration longer than nothing. Nothing that expires has an implicit default: a blank is refused. */
export const duration: z.ZodType<Duration, Duration> = z
  .string()
  .max(40, 'a duration like P30D or PT72H is expected')
  .refine(isDuration, { message: 'an ISO 8601 duration longer than nothing, like P30D or PT72H, is expected' })
  .meta({ example: 'P30D' });

/** An IANA time zone name. */
export const timeZone: z.ZodType<TimeZone, TimeZone> = z
  .string()
  .max(64, 'a time zone name like Asia/Shanghai is expected')
  .refine(isTimeZone, { message: 'an IANA time zone name like Asia/Shanghai is expected' })
  .meta({ example: 'Asia/Shanghai' });

/**
 * One line that a person writes: trimmed, with something to see, without control characters, also those that break lines or turn the
 * order of letters around: a name stands in subjects of mails and beside other words.
 */
export function line(longest: number): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .min(1, { error: 'must not be blank', abort: true })
    .max(longest)
    .refine((text) => /[^\p{Cc}\p{Cf}\p{Z}]/u.test(text), { message: 'must not be blank', abort: true })
    .refine((text) => !/\p{Cc}|\p{Zl}|\p{Zp}|\p{Bidi_Control}/u.test(text), {
      message: 'one line without control characters is expected',
    });
}

/** Several lines that a person writes: trimmed, not blank. */
export function prose(longest: number): z.ZodType<string, string> {
  return z.string().trim().min(1, 'must not be blank').max(longest);
}

export const language = z.enum(['en', 'zh-CN']);

/** A mail address, as it will be written to. */
export const email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email('a mail address like name@example.com is expected'))
  .meta({ format: 'email', example: 'mei.lin@example.com' });

/** `true` or `false` in a query string. */
export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .meta({ type: 'boolean', example: true });

/** A moment as views show it. */
export function iso(at: Instant): string {
  return new Date(at).toISOString();
}

/** As `iso`, for what may not have happened yet. */
export function isoOrNull(at: Instant | null | undefined): string | null {
  return at == null ? null : iso(at);
}

/** The moment that an `instant` of a request names. */
export function instantOf(text: string): Instant {
  return Date.parse(text);
}
