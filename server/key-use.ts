import type { Logger } from 'pino';
import type { Database } from '../db/database';
import { addKeyUsage } from '../db/workspace/key-usage';
import type { Instant } from '../domain/calendar/instant';
import type { KeyId } from '../domain/ids';

const writeEveryMs = 5_000;

/**
 * Counts how often keys are verified: in memory, written in one go every few seconds, so that no verification waits for it. What
 * cannot be written is kept for the next time; what a killed server had not written is lost, which an estimate can bear.
 */
export function countKeyUse(db: Database, deps: { clock: { now(): Instant }; logger: Logger }) {
  let counts = new Map<KeyId, number>();
  const count = (keyIds: readonly KeyId[], times = 1) => {
    for (const keyId of keyIds) counts.set(keyId, (counts.get(keyId) ?? 0) + times);
  };
  const write = async () => {
    if (counts.size === 0) return;
    const written = counts;
    counts = new Map();
    await addKeyUsage(db, written, deps.clock.now()).catch((fault: unknown) => {
      deps.logger.warn({ fault: String(fault) }, 'the use of keys could not be written yet');
      for (const [keyId, times] of written) count([keyId], times);
    });
  };
  const writing = setInterval(() => void write(), writeEveryMs);
  writing.unref();
  return {
    count: (keyIds: readonly KeyId[]) => count(keyIds),
    write,
    async stop() {
      clearInterval(writing);
      await write();
    },
  };
}
