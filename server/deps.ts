import type { Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../db/database';
import type { LifecycleDeps } from '../db/lifecycle/transact';
import type { Tables } from '../db/tables';
import type { Instant } from '../domain/calendar/instant';
import type { DeveloperId } from '../domain/ids';
import type { LifecycleEvent } from '../domain/lifecycle/events';
import type { Language } from '../domain/lifecycle/state';
import type { RenderCertificate, RenderPopulation } from './certificates/press';

/** So many requests in so long a time. */
export interface Limit {
  limit: number;
  windowMs: number;
}

export interface RateLimits {
  /** Of one person or token, and of one address for those who are not signed in. */
  perCaller: Limit;
  /** Keys that one token may ask about, in each process that answers. */
  keysPerToken: Limit;
  /** Sign-in links asked for one mail address. */
  signInPerEmail: Limit;
  /** Sign-in links and sign-ins asked from one address. */
  signInPerAddress: Limit;
}

export const defaultRateLimits: RateLimits = {
  perCaller: { limit: 600, windowMs: 60_000 },
  keysPerToken: { limit: 6_000_000, windowMs: 60_000 },
  signInPerEmail: { limit: 5, windowMs: 15 * 60_000 },
  signInPerAddress: { limit: 30, windowMs: 15 * 60_000 },
};

export interface ServerSettings {
  /** Where people reach this server, without a slash at the end. https, or http on this machine only. */
  publicUrl: string;
  isEmbedded: boolean;
  /** Where the mails of an embedded stack are shown; not there where mails go out. */
  inboxUrl?: string;
  rateLimits: RateLimits;
  /** Temporal's pages, where the vendor's people can reach them, and the namespace of the workflows. */
  temporalUi?: { url: string; namespace: string };
  /** How many proxies stand in front, so that the caller's address is right; 0 for none. */
  proxies?: number;
  /** Where the build put the web pages: dist/web. */
  webDirectory: string;
  /** Answers are checked against their schema before they leave: in tests and while developing. */
  checksAnswers?: boolean;
  /** Who takes nothing of an answer for so long while it waits for them is dropped. Default 15 s. */
  slowReaderMs?: number;
}

/** The decider's transaction, as the server sees it. */
export interface Lifecycle {
  /**
   * Decides and records one event, idempotent by its id. `alongside` writes in the same transaction,
   * and only when the event is taken for the first time.
   */
  transact(
    developerId: DeveloperId,
    event: LifecycleEvent,
    options?: { alongside?: (transaction: Transaction<Tables>) => Promise<void> },
  ): Promise<unknown>;
}

/** What the decider goes by beside the state: to read ahead without deciding anything. */
export type Rules = Pick<LifecycleDeps, 'terms' | 'calendars' | 'catalogueVersion' | 'isEmbedded'>;

/** Everything the server needs from outside. */
export interface ServerDeps {
  db: Database;
  /** Wall time: sessions, links, tokens and limits are never moved. */
  clock: { now(): Instant };
  logger: Logger;
  settings: ServerSettings;
  lifecycle: Lifecycle & Rules;
  renderCertificate: RenderCertificate;
  renderPopulation: RenderPopulation;
  /** Every mail with made-up facts, by its name. */
  sampleMails(language: Language): Readonly<Record<string, SampleMail>>;
}

/** A mail as it would be sent. */
interface SampleMail {
  subject: string;
  text: string;
  attachments: readonly { filename: string }[];
}
