import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { createAnnouncer } from '../db/announcements';
import { type Database, openDatabase } from '../db/database';
import { createTransact, type LifecycleDeps, type Transact } from '../db/lifecycle/transact';
import { currentCatalogueVersion } from '../domain/catalogue';
import type { Settings } from './settings';

/** Where the build puts the web pages, seen from dist/main. */
export const webDirectory = join(__dirname, '..', 'web');

/** Wall time: the one clock of a process. */
export const wallClock = { now: () => Date.now() };

/** A part of a process that can be ended in an orderly way. */
export interface Running {
  stop(): Promise<void>;
}

/** What server and worker share. */
export interface Core {
  db: Database;
  logger: Logger;
  lifecycle: LifecycleDeps;
  transact: Transact;
  stop(): Promise<void>;
}

export function composeCore(settings: Settings, name: string): Core {
  const db = openDatabase(settings.databaseUrl, { applicationName: `avow-${name}` });
  const logger = pino({ level: settings.logLevel, base: { part: name, run: randomUUID().slice(0, 8) } });
  const announcer = createAnnouncer(settings.databaseUrl);
  const lifecycle: LifecycleDeps = {
    db,
    clock: wallClock,
    terms: settings.terms,
    calendars: settings.calendars,
    catalogueVersion: currentCatalogueVersion,
    isEmbedded: settings.isEmbedded,
    announce: announcer.announce,
  };
  return {
    db,
    logger,
    lifecycle,
    transact: createTransact(lifecycle),
    async stop() {
      await announcer.stop();
      await db.destroy();
    },
  };
}
