import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { KeyTable } from './key-table';
import { rowArray, rowFrom } from './row';

/** What a process leaves for the next one. */
export interface Kept {
  table: KeyTable;
  seq: string;
  /** Wall time, ms, of Avow. */
  asOf: number;
}

/** Rows between two breaths: requests must not wait for a file. */
const rowsAtOnce = 500;
const breath = () => new Promise<void>((resolve) => void setImmediate(resolve));

/**
 * Writes the file so that another process sees the old one or the new one. A line of facts, a line for each key, a last line with
 * the count and the hash of all before. Holds hashes of keys, never a key. Changes that come in meanwhile may be in it or not: the
 * sequence is that of the start, so they are sent again.
 */
export async function writeKept(path: string, url: string, { table, seq, asOf }: Kept): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  const file = await open(draft, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    const write = async (text: string) => {
      hash.update(text);
      await file.write(text);
    };
    await write(`${JSON.stringify({ kept: 1, url, seq, asOf })}\n`);
    const count = table.size;
    for (let row = 0; row < count; row += rowsAtOnce) {
      const length = Math.min(rowsAtOnce, count - row);
      const lines = Array.from({ length }, (_, index) => `${JSON.stringify(rowArray(table.row(row + index)))}\n`);
      await write(lines.join(''));
      await breath();
    }
    await file.write(`${JSON.stringify({ count, sha256: hash.digest('hex') })}\n`);
    await file.sync();
  } catch (fault) {
    await file.close();
    await rm(draft, { force: true });
    throw fault;
  }
  await file.close();
  await rename(draft, path);
}

/**
 * Reads what was kept. Null when there is no such file; throws when it is cut off, damaged, or of another Avow: then it is better to
 * know nothing.
 */
export async function readKept(path: string, url: string): Promise<Kept | null> {
  const exists = await open(path).then(
    (file) => file.close().then(() => true),
    (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return false;
      throw fault;
    },
  );
  if (!exists) return null;
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  const hash = createHash('sha256');
  let facts: Record<string, unknown> | null = null;
  const table = new KeyTable();
  let isWhole = false;
  let rows = 0;
  for await (const line of lines) {
    const content: unknown = JSON.parse(line);
    if (Array.isArray(content)) {
      const row = rowFrom(content);
      if (row !== null) table.put(row);
      rows += 1;
      if (rows % rowsAtOnce === 0) await breath();
    } else if (facts === null) {
      facts = content as Record<string, unknown>;
    } else {
      const end = content as Record<string, unknown>;
      isWhole = end.count === rows && end.sha256 === hash.digest('hex');
      break;
    }
    hash.update(`${line}\n`);
  }
  lines.close();
  if (!isWhole || facts?.kept !== 1) throw new Error(`${path} is cut off or damaged`);
  if (facts.url !== url) throw new Error(`${path} was kept from ${String(facts.url)}`);
  table.settle();
  return { table, seq: String(facts.seq), asOf: Number(facts.asOf) };
}
