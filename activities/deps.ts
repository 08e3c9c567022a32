import type { Logger } from 'pino';
import type { Database } from '../db/database';
import type { LifecycleDeps, Transact } from '../db/lifecycle/transact';
import type { Instant } from '../domain/calendar/instant';
import type { PageFetcher } from '../integrations/page-fetcher';
import type { Mailer } from '../integrations/smtp';

/** Everything the activities need from outside. */
export interface ActivityDeps {
  db: Database;
  /** Wall time. */
  clock: { now(): Instant };
  transact: Transact;
  lifecycle: LifecycleDeps;
  mailer: Mailer;
  pages: PageFetcher;
  logger: Logger;
  settings: {
    /** Where people reach the server, without a slash at the end. */
    publicUrl: string;
    /** The part of Message-IDs after the @. */
    mailDomain: string;
    vendor: { name: string; contactEmail: string };
    /** How many developers a campaign asks in a second. */
    campaignRate: number;
  };
}
