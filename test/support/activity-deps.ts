import pino from 'pino';
import type { ActivityDeps } from '../../activities/deps';
import type { Database } from '../../db/database';
import { createTransact, type LifecycleDeps } from '../../db/lifecycle/transact';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { defaultTerms } from '../../domain/terms';
import { createPageFetcher } from '../../integrations/page-fetcher';
import { createMailer } from '../../integrations/smtp';

/** The dependencies of activities on a real database and a real mail server, with a clock that a test turns. */
export function activityDeps(
  db: Database,
  options: { smtpUrl?: string } = {},
): { deps: ActivityDeps; time: { now: number } } {
  const time = { now: Date.parse('2026-11-23T04:00:00Z') };
  const clock = { now: () => time.now };
  const lifecycle: LifecycleDeps = {
    db,
    clock,
    terms: { ...defaultTerms, bounceWindow: 'PT0S' },
    calendars: {},
    catalogueVersion: currentCatalogueVersion,
    isEmbedded: true,
  };
  const deps: ActivityDeps = {
    db,
    clock,
    transact: createTransact(lifecycle),
    lifecycle,
    mailer: createMailer({ url: options.smtpUrl ?? 'smtp://127.0.0.1:9', from: 'Avow <avow@vendor.example>' }),
    pages: createPageFetcher(),
    logger: pino({ level: 'silent' }),
    settings: {
      publicUrl: 'http://127.0.0.1:8080',
      mailDomain: 'vendor.example',
      campaignRate: 20,
      vendor: { name: 'Perfect Corp.', contactEmail: 'avow@vendor.example' },
    },
  };
  return { deps, time };
}
