import type { Calendars } from '../domain/calendar/working-days';
import { isDay, isTimeZone } from '../domain/calendar/zoned';
import { AvowError } from '../domain/errors';
import { defaultTerms, type Terms } from '../domain/terms';
import type { TemporalAddress } from '../integrations/temporal';
import { taskQueues } from '../workflows/messages';

/** Everything that differs between one installation and another. */
export interface Settings {
  databaseUrl: string;
  temporal: TemporalAddress;
  queues: { obligations: string; procedures: string; campaigns: string };
  /** How many developers a campaign asks in a second. */
  campaignRate: number;
  /** Temporal's pages, for links from the desk; null where people cannot reach them. */
  temporalUiUrl: string | null;
  smtpUrl: string;
  mailFrom: string;
  publicUrl: string;
  host: string;
  port: number;
  proxies: number;
  vendor: { name: string; contactEmail: string };
  terms: Terms;
  calendars: Calendars;
  isEmbedded: boolean;
  /** The web inbox of an embedded stack whose mails go there; null where they go out. */
  inboxUrl: string | null;
  /** Hosts of policy pages that are served on this machine: embedded mode only. */
  servedHere: Readonly<Record<string, string>>;
  logLevel: string;
  /** Throw-away databases of tests may be faster than they are safe. */
  acceptsVolatile: boolean;
}

/** What a verifier process needs: the record and where to listen. */
export type VerifierSettings = Pick<
  Settings,
  'databaseUrl' | 'publicUrl' | 'host' | 'port' | 'proxies' | 'isEmbedded' | 'logLevel'
> & { processes: number };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings of a process from its environment. Throws `start.setting-invalid` naming the variable and the fix. */
export function readSettings(env: Environment): Settings {
  const isEmbedded = env.AVOW_EMBEDDED === '1';
  const mailFrom = required(env, 'MAIL_FROM', 'Avow <avow@vendor.example>');
  return {
    databaseUrl: required(env, 'DATABASE_URL', 'postgres://avow:secret@localhost:5432/avow'),
    temporal: {
      address: required(env, 'TEMPORAL_ADDRESS', 'localhost:7233'),
      namespace: env.TEMPORAL_NAMESPACE || 'default',
      tls: env.TEMPORAL_TLS === '1',
      apiKey: env.TEMPORAL_API_KEY || undefined,
    },
    temporalUiUrl: temporalUiFrom(env),
    queues: {
      obligations: env.AVOW_OBLIGATIONS_QUEUE || taskQueues.obligations,
      procedures: env.AVOW_PROCEDURES_QUEUE || taskQueues.procedures,
      campaigns: env.AVOW_CAMPAIGNS_QUEUE || taskQueues.campaigns,
    },
    campaignRate: Math.max(1, wholeNumber(env, 'CAMPAIGN_RATE', 20)),
    smtpUrl: required(env, 'SMTP_URL', 'smtp://localhost:1025'),
    mailFrom,
    publicUrl: publicUrlFrom(env),
    host: hostFrom(env, isEmbedded),
    port: wholeNumber(env, 'PORT', 8080),
    proxies: wholeNumber(env, 'TRUSTED_PROXIES', 0),
    vendor: { name: env.VENDOR_NAME || 'Perfect Corp.', contactEmail: env.VENDOR_CONTACT_EMAIL || addressIn(mailFrom) },
    terms: termsFrom(env, isEmbedded),
    calendars: calendarsFrom(env),
    isEmbedded,
    inboxUrl: isEmbedded ? inboxOf(env) : null,
    servedHere: isEmbedded ? pairs(env, 'AVOW_SERVED_HERE') : {},
    logLevel: env.LOG_LEVEL || 'info',
    acceptsVolatile: isEmbedded && env.AVOW_ACCEPTS_VOLATILE === '1',
  };
}

/** Reads the settings of a verifier. Throws as `readSettings` does. */
export function readVerifierSettings(env: Environment): VerifierSettings {
  const isEmbedded = env.AVOW_EMBEDDED === '1';
  return {
    databaseUrl: required(env, 'DATABASE_URL', 'postgres://avow:secret@localhost:5432/avow'),
    publicUrl: publicUrlFrom(env),
    host: hostFrom(env, isEmbedded),
    port: wholeNumber(env, 'VERIFIER_PORT', 8090),
    processes: Math.max(1, wholeNumber(env, 'VERIFIER_PROCESSES', 1)),
    proxies: wholeNumber(env, 'TRUSTED_PROXIES', 0),
    isEmbedded,
    logLevel: env.LOG_LEVEL || 'info',
  };
}

function inboxOf(env: Environment): string | null {
  const isThere = env.AVOW_INBOX_PORT && env.SMTP_URL === `smtp://127.0.0.1:${env.AVOW_SMTP_PORT}`;
  return isThere ? `http://127.0.0.1:${env.AVOW_INBOX_PORT}` : null;
}

function publicUrlFrom(env: Environment): string {
  return required(env, 'PUBLIC_URL', 'https://avow.vendor.example').replace(/\/+$/, '');
}

function temporalUiFrom(env: Environment): string | null {
  const text = env.TEMPORAL_UI_URL;
  if (!text) return null;
  if (!/^https?:\/\/[^\s?#]+$/.test(text))
    throw invalid('TEMPORAL_UI_URL', text, 'an address such as https://temporal.example');
  return text.replace(/\/+$/, '');
}

function hostFrom(env: Environment, isEmbedded: boolean): string {
  return env.HOST || (isEmbedded ? '127.0.0.1' : '0.0.0.0');
}

/** Terms are data; what an installation sets here are the vendor's place and the days without enforcement. */
function termsFrom(env: Environment, isEmbedded: boolean): Terms {
  const timeZone = env.VENDOR_TIME_ZONE || defaultTerms.vendor.timeZone;
  if (!isTimeZone(timeZone)) throw invalid('VENDOR_TIME_ZONE', timeZone, 'a time zone name such as Asia/Taipei');
  const country = env.VENDOR_COUNTRY || defaultTerms.vendor.country;
  if (!/^[A-Z]{2}$/.test(country)) throw invalid('VENDOR_COUNTRY', country, 'two capital letters such as TW');
  const freezeDays = days(env, 'FREEZE_DAYS');
  return {
    ...defaultTerms,
    // The inbox of the embedded stack never bounces later what it accepted.
    bounceWindow: isEmbedded ? 'PT0S' : defaultTerms.bounceWindow,
    slot: { ...defaultTerms.slot, freezeDays },
    vendor: { timeZone, country },
  };
}

/** Public holidays and worked weekend days of the vendor's country, beside the built-in calendar of China. */
function calendarsFrom(env: Environment): Calendars {
  const holidays = days(env, 'VENDOR_HOLIDAYS');
  const workdays = days(env, 'VENDOR_WORKDAYS');
  if (holidays.length + workdays.length === 0) return {};
  return { [env.VENDOR_COUNTRY || defaultTerms.vendor.country]: { holidays, workdays } };
}

function days(env: Environment, name: string): string[] {
  const list = (env[name] ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean);
  for (const day of list) if (!isDay(day)) throw invalid(name, day, 'days like 2027-02-06, separated by commas');
  return list;
}

function pairs(env: Environment, name: string): Record<string, string> {
  const entries = (env[name] ?? '')
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split('=', 2) as [string, string]);
  return Object.fromEntries(entries);
}

function required(env: Environment, name: string, example: string): string {
  const value = env[name];
  if (value) return value;
  throw new AvowError(
    'start.setting-invalid',
    `${name} is not set. Set it, for example to ${example}. \`npm start\` needs no settings at all.`,
  );
}

function wholeNumber(env: Environment, name: string, usual: number): number {
  const text = env[name];
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw invalid(name, text, 'a whole number from 0 to 65535');
  return value;
}

function invalid(name: string, value: string, wanted: string): AvowError {
  return new AvowError('start.setting-invalid', `${name} is "${value}"; it must be ${wanted}.`);
}

function addressIn(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
