import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../db/database';
import { Answers } from '../../server/verify/answers';
import { Follower } from '../../server/verify/follower';
import { Knowledge } from '../../server/verify/knowledge';
import { compressStatuses, packStatuses } from '../../server/verify/status-list';
import { VerificationJson } from '../../server/verify/verification-json';
import { memoryInUse } from '../memory';
import { median, type Row, spreadOf } from '../row';
import { factsOf, secretOf } from './population';

const sizes = [1_000, 10_000, 100_000, 1_000_000];
const rounds = 7;
const checks = 20_000;

/** What the table costs: memory, and time by its size, with no network and no database. */
export async function benchTable(pictures: string): Promise<Row[]> {
  const clock = { now: () => Date.now() };
  const follower = new Follower({ db: undefined as unknown as Database, clock, isEmbedded: false });
  const answers = new Answers(follower, 'https://avow.vendor.example');
  const verifications = new VerificationJson(follower, answers, 'https://avow.vendor.example');
  const { json } = verifications;
  const tables: Knowledge[] = [];
  let bytes = 0;
  for (const size of sizes) {
    const before = memoryInUse();
    const table = filled(size);
    if (size === 100_000) bytes = memoryInUse() - before;
    tables.push(table);
  }
  const costs = sizes.map((): number[] => []);
  const texts = sizes.map((size) => {
    const some = Array.from({ length: Math.min(size, checks) }, (_, number) => secretOf(number * eachOf(size)));
    return Array.from({ length: checks }, (_, number) => some[(number * 7_919) % some.length] ?? '');
  });
  for (let round = -1; round < rounds; round += 1) {
    for (const place of sizes.keys()) {
      follower.knowledge = tables[place] as Knowledge;
      follower.asOf = clock.now();
      const asked = texts[place] ?? [];
      const startedAt = performance.now();
      let found = 0;
      for (const text of asked) {
        const entry = answers.find(text);
        if (entry < 0) continue;
        json.clear();
        verifications.put(entry, startedAt, answers.tell(entry, Date.now(), 'en'));
        found += json.bytesAsText().length;
      }
      if (found === 0) throw new Error('nothing was found');
      if (round >= 0) costs[place]?.push(((performance.now() - startedAt) * 1000) / checks);
    }
  }
  await draw(pictures, costs.map(median));
  const statuses = new Uint8Array(100_000);
  for (let count = 0; count < 1_000; count += 1) statuses[Math.floor(Math.random() * statuses.length)] = 2;
  const list = Buffer.from(await compressStatuses(packStatuses(statuses)), 'base64url').length;
  const slopes = Array.from({ length: rounds }, (_, round) => slopeOf(costs.map((of) => of[round] ?? Number.NaN)));
  return [
    ...sizes.map((size, place): Row => {
      const of = costs[place] ?? [];
      return {
        name: `microseconds a check of ${size} keys`,
        value: median(of),
        must: null,
        aim: null,
        noise: spreadOf(of),
      };
    }),
    less('log-log slope of it', median(slopes), 0.2, 0.05),
    less('MB for 100,000 keys', bytes / 1e6, 8, 3),
    less('kB of status list, 100,000 keys, 1 % suspended', list / 1000, 2, 1.5),
  ];
}

/** A row that is judged by a bound from above, without rounds of its own. */
export function less(name: string, value: number, must: number, aim: number, noise = 0): Row {
  return { name, value, must, aim, noise, isLessBetter: true };
}

/** Only so many have texts that are known here. */
function eachOf(size: number): number {
  return Math.max(1, Math.floor(size / checks));
}

function filled(size: number): Knowledge {
  const knowledge = new Knowledge({ keys: Math.ceil(size * 1.02), apps: Math.ceil(size / 4) }, false);
  for (let from = 0; from < size; from += 4_000) {
    const { apps, keys } = factsOf(from, Math.min(size, from + 4_000), eachOf(size));
    knowledge.learn(apps, keys);
  }
  return knowledge;
}

function slopeOf(values: readonly number[]): number {
  const points = values.map((value, place) => [Math.log(sizes[place] ?? 1), Math.log(value)] as const);
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return above / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/** The growth as a picture, in a folder that is not kept. */
async function draw(folder: string, values: readonly number[]): Promise<void> {
  const most = Math.max(...values);
  const points = values.map((value, place) => [80 + place * 160, 260 - (value / most) * 200] as const);
  const marks = points.map(
    ([x, y], place) =>
      `<circle cx="${x}" cy="${y}" r="4"/><text x="${x}" y="${y - 10}">${values[place]?.toFixed(2)} µs</text><text x="${x}" y="285">${sizes[place]}</text>`,
  );
  const line = points.map(([x, y]) => `${x},${y}`).join(' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" font-family="sans-serif" font-size="12" text-anchor="middle"><rect width="640" height="300" fill="white"/><text x="320" y="20">Microseconds a check, by keys in the table</text><polyline points="${line}" fill="none" stroke="black"/>${marks.join('')}</svg>`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'verify-growth.svg'), svg);
}
