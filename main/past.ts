import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { ActivityDeps } from '../activities/deps';
import { createNoticeActivities } from '../activities/notices';
import type { Database } from '../db/database';
import { createTransact, type LifecycleDeps } from '../db/lifecycle/transact';
import { startSession } from '../db/workspace/sessions';
import { currentCatalogueVersion } from '../domain/catalogue';
import { type DeveloperId, idFrom, type PersonId } from '../domain/ids';
import type { LifecycleEvent } from '../domain/lifecycle/events';
import type { Procedure } from '../domain/lifecycle/next-wake';
import { createPageFetcher } from '../integrations/page-fetcher';
import { createMailer } from '../integrations/smtp';
import { everyMail } from '../mail/samples/every-mail';
import { createApp } from '../server/app';
import { renderCertificate } from '../server/certificates/render';
import { defaultRateLimits } from '../server/deps';
import { renderPopulation } from '../server/population/render';
import { type ApiClient, apiClient } from './api-client';
import { webDirectory } from './compose';
import { inParallel } from './in-parallel';
import type { Settings } from './settings';

const newId = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));

/** A stretch of the past that is lived through again: the real server, decider and mails, on a clock that we turn. */
export interface Past {
  now(): number;
  /** The API as this person, in that past. */
  as(personId: PersonId): Promise<ApiClient>;
  /** Lets time pass: every step of the developer on the way is taken, every mail sent. */
  passTo(developerId: DeveloperId, at: number): Promise<void>;
  /**
   * Lets time pass for all of them side by side, until each waits for that step; returns the moment of the first. Nobody is late for
   * anything because another was first.
   */
  passTogether(developerIds: readonly DeveloperId[], before: Procedure): Promise<number>;
  /** All checks of this submission came out green. */
  checksAreGreen(developerId: DeveloperId, submissionId: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the past at `startAt`. Only for the samples of the first start, before the worker runs. */
export async function openPast(settings: Settings, db: Database, startAt: number): Promise<Past> {
  let at = startAt;
  const clock = { now: () => at };
  const lifecycle: LifecycleDeps = {
    db,
    clock,
    terms: settings.terms,
    calendars: settings.calendars,
    catalogueVersion: currentCatalogueVersion,
    isEmbedded: true,
  };
  const transact = createTransact(lifecycle);
  const logger = pino({ level: 'silent' });
  const wide = { limit: 1_000_000, windowMs: 60_000 };
  const app = createApp({
    db,
    clock,
    logger,
    lifecycle: { ...lifecycle, transact },
    renderCertificate,
    sampleMails: everyMail,
    renderPopulation,
    settings: {
      publicUrl: settings.publicUrl,
      isEmbedded: true,
      rateLimits: { ...defaultRateLimits, perCaller: wide },
      webDirectory,
    },
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const api = apiClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const mailer = createMailer({ url: settings.smtpUrl, from: settings.mailFrom });
  const deps: ActivityDeps = {
    db,
    clock,
    transact,
    lifecycle,
    mailer,
    pages: createPageFetcher(),
    logger,
    settings: {
      publicUrl: settings.publicUrl,
      vendor: settings.vendor,
      campaignRate: settings.campaignRate,
      mailDomain: new URL(settings.publicUrl).hostname,
    },
  };
  const notices = createNoticeActivities(deps);

  const deliverAll = async (developerId: DeveloperId) => {
    const queued = await db
      .selectFrom('notices')
      .select('id')
      .where('developerId', '=', developerId)
      .where('state', '=', 'queued')
      .orderBy('createdAt')
      .execute();
    for (const { id: noticeId } of queued) {
      const sent = await notices.sendNotice({ developerId, noticeId, to: 'first' });
      const eventId = newId('evt');
      if (sent.outcome === 'accepted')
        await notices.noticeAccepted({ developerId, noticeId, eventId, acceptedAt: sent.acceptedAt });
      else if (sent.outcome === 'bounced') await notices.noticeBounced({ developerId, noticeId, eventId });
    }
  };
  const decide = (developerId: DeveloperId, event: LifecycleEvent) => transact(developerId, event);

  return {
    now: () => at,
    async as(personId) {
      const session = await startSession(db, personId, 'script', at);
      return api.as(session.secret);
    },
    async passTo(developerId, target) {
      await deliverAll(developerId);
      for (;;) {
        const row = await db
          .selectFrom('developers')
          .select('nextWakeAt')
          .where('id', '=', developerId)
          .executeTakeFirstOrThrow();
        if (row.nextWakeAt === null || row.nextWakeAt > target) break;
        at = Math.max(at, row.nextWakeAt);
        await decide(developerId, { id: newId('evt'), type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } });
        await deliverAll(developerId);
      }
      at = Math.max(at, target);
    },
    async passTogether(developerIds, before) {
      await inParallel(developerIds, deliverAll);
      for (;;) {
        const rows = await db
          .selectFrom('developers')
          .select(['id', 'nextWakeAt', 'nextWakeFor'])
          .where('id', 'in', [...developerIds])
          .execute();
        const wakes = rows.flatMap(({ id, nextWakeAt, nextWakeFor }) =>
          nextWakeAt === null ? [] : [{ id, at: nextWakeAt, isEnough: nextWakeFor === before }],
        );
        const ahead = wakes.filter((wake) => !wake.isEnough);
        if (ahead.length === 0) return Math.min(...wakes.map((wake) => wake.at));
        at = Math.max(at, Math.min(...ahead.map((wake) => wake.at)));
        await inParallel(
          ahead.filter((wake) => wake.at <= at),
          async ({ id }) => {
            await decide(id, { id: newId('evt'), type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } });
            await deliverAll(id);
          },
        );
      }
    },
    async checksAreGreen(developerId, submissionId) {
      await decide(developerId, {
        id: newId('evt'),
        type: 'checks.completed',
        actor: { kind: 'system', id: 'checks' },
        submissionId: submissionId as never,
        outcome: 'green',
      });
      await deliverAll(developerId);
    },
    async close() {
      await mailer.close();
      await new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
    },
  };
}
