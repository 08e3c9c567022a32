import { setTimeout as sleep } from 'node:timers/promises';
import { listenForAnnouncements } from '../../db/announcements';
import { type Database, openDatabase } from '../../db/database';
import type { Follower } from './follower';

/** How often the feed is read when nobody announces anything. */
export const pollMs = 250;
/**
 * After a reading it rests, for as long as that took or a little: under many writers, what they did meanwhile is read together, and
 * readers never take more than half of the time that they have.
 */
const leastRestMs = 10;
/** A reading that takes longer is given up and begun on a new connection. */
const patienceMs = 2_000;
/** Reading everything may take that long. */
const longPatienceMs = 120_000;

export interface FollowOptions {
  databaseUrl: string;
  follower: Follower;
  /** Told once an outage: why the record cannot be read. */
  onTrouble(fault: unknown): void;
}

/**
 * Reads the feed at every announcement and every 250 ms, for as long as the process lives. When the record cannot be read it goes on
 * trying, on a new connection; what is known stays known (rule 6).
 */
export function follow({ databaseUrl, follower, onTrouble }: FollowOptions): { stop(): Promise<void> } {
  let db: Database | undefined;
  const life = { isOver: false };
  let isDue = false;
  let hadTrouble = true;
  let running: Promise<void> | undefined;
  let restsUntil = 0;

  async function run(): Promise<void> {
    while (isDue && !life.isOver) {
      const rest = restsUntil - performance.now();
      if (rest > 0) await sleep(rest);
      isDue = false;
      const startedAt = performance.now();
      db ??= openDatabase(databaseUrl, {
        poolSize: 1,
        applicationName: 'avow-follower',
        connectTimeoutMs: patienceMs,
        isPrepared: true,
      });
      try {
        const patience = follower.isLoaded && !hadTrouble ? patienceMs : longPatienceMs;
        await inTime(follower.read(db, { asksHistory: hadTrouble }), patience);
        hadTrouble = false;
        const now = performance.now();
        restsUntil = now + Math.min(Math.max(leastRestMs, now - startedAt), pollMs);
      } catch (fault) {
        if (!hadTrouble || !follower.isLoaded) onTrouble(fault);
        hadTrouble = true;
        void db.destroy().catch(() => undefined);
        db = undefined;
        return;
      }
    }
  }
  function soon(): void {
    isDue = true;
    running ??= run().finally(() => (running = undefined));
  }
  const timer = setInterval(soon, pollMs);
  const listener = listenForAnnouncements(databaseUrl, soon);
  soon();
  return {
    async stop() {
      life.isOver = true;
      clearInterval(timer);
      await listener.stop();
      await running;
      await db?.destroy();
    },
  };
}

async function inTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the feed could not be read in ${milliseconds} ms`)), milliseconds);
  });
  // A reading that was given up may still fail, and nobody waits for it.
  work.catch(() => undefined);
  try {
    await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
