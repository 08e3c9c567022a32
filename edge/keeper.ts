import { readKept, writeKept } from './kept-file';
import type { Knowledge, Problem } from './knowledge';

export interface KeeperOptions {
  file?: string;
  saveEveryMs?: number;
  url: string;
  knowledge: Knowledge;
  problem: Problem;
}

/** An unchanged state is written anew so often, for the time that it says. */
const atLeastEveryMs = 15 * 60_000;

/** Takes over what was kept in the file, and keeps it in step with what is known. A broken or full disk stops nothing. */
export function keepFile({ file, saveEveryMs = 60_000, url, knowledge, problem }: KeeperOptions): {
  restored: Promise<void>;
  close: () => Promise<void>;
} {
  if (file === undefined) return { restored: Promise.resolve(), close: () => Promise.resolve() };
  let saved = { version: 0, asOf: Number.NaN };
  let saving = Promise.resolve();

  const restored = readKept(file, url).then(
    (kept) => {
      if (kept === null) return;
      knowledge.restore(kept.table, kept.seq, kept.asOf);
      saved = { version: knowledge.version, asOf: kept.asOf };
    },
    (cause: unknown) => problem('what was kept cannot be used', cause),
  );

  function save(isLast: boolean): Promise<void> {
    saving = saving.then(async () => {
      const { table, seq, asOf, version, isWhole } = knowledge;
      if (!isWhole || seq === null) return;
      const isOld = !(asOf - saved.asOf < (isLast ? 1 : atLeastEveryMs));
      if (version === saved.version && !isOld) return;
      await writeKept(file as string, url, { table, seq, asOf }).then(
        () => {
          saved = { version, asOf };
        },
        (cause: unknown) => problem('the file could not be written', cause),
      );
    });
    return saving;
  }

  const timer = setInterval(() => void save(false), saveEveryMs);
  timer.unref();
  return {
    restored,
    close: async () => {
      clearInterval(timer);
      await restored;
      await save(true);
    },
  };
}
