import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatKey } from '../domain/keys/key-text';
import { createVerifier } from '../edge';
import { memoryInUse } from './memory';
import type { Row } from './row';
import { median, spreadOf } from './row';

const keyCount = 100_000;
const rounds = 11;

/**
 * What one check in the caller's own process costs, in microseconds of the processor: 100,000 known keys, each asked about in an order by chance, on a
 * verifier that follows a real stream. Beside it what the parts cost that cannot be had for less.
 */
export async function benchEdgeCheck(): Promise<Row[]> {
  const keys = Array.from({ length: keyCount }, keyAsReceived);
  const unknown = Array.from({ length: 10_000 }, keyAsReceived);
  const server = serveStream(keys);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const before = memoryInUse();
  const verifier = createVerifier({ url, token: 'bench' });
  try {
    if (!(await verifier.ready(60_000))) throw new Error('the verifier did not learn the keys');
    const memoryBytes = memoryInUse() - before;
    const asked = shuffled(keys);
    const garbage = asked.map((key) => received(`${key.slice(0, -1)}-`));
    const measured = { known: [] as number[], unknown: [] as number[], garbage: [] as number[], bare: [] as number[] };
    // Rounds of all four take turns; the first two warm up.
    for (let round = -2; round < rounds; round += 1) {
      const took = {
        known: microseconds(asked, (key) => verifier.check(key).valid),
        unknown: microseconds(unknown, (key) => verifier.check(key).valid),
        garbage: microseconds(garbage, (key) => verifier.check(key).valid),
        bare: microseconds(asked, (key) => createHash('sha256').update(key).digest('hex').length > 0),
      };
      if (round < 0) continue;
      for (const name of ['known', 'unknown', 'garbage', 'bare'] as const) measured[name].push(took[name]);
    }
    return [
      figure('in-process check, µs (at most)', measured.known, { must: 3, aim: 1 }),
      figure('in-process check of an unknown key, µs', measured.unknown),
      figure('in-process check of garbage, µs', measured.garbage),
      figure('a bare createHash of the key, µs', measured.bare),
      figure('memory per 100,000 keys, MB', [memoryBytes / 2 ** 20]),
    ];
  } finally {
    await verifier.close();
    server.closeAllConnections();
    server.close();
  }
}

function figure(name: string, values: readonly number[], bounds?: { must: number; aim: number }): Row {
  const noise = values.length > 1 ? spreadOf(values) : 0;
  return {
    name,
    value: median(values),
    must: bounds?.must ?? null,
    aim: bounds?.aim ?? null,
    isLessBetter: true,
    noise,
  };
}

/** Time of the processor, so that whoever else is at work on this machine does not count. */
function microseconds(keys: readonly string[], check: (key: string) => boolean): number {
  let valid = 0;
  const before = process.cpuUsage();
  for (const key of keys) if (check(key)) valid += 1;
  const { user, system } = process.cpuUsage(before);
  // Used, so that no compiler leaves the work out.
  if (valid > keys.length) throw new Error('more answers than questions');
  return (user + system) / keys.length;
}

function keyAsReceived(): string {
  return received(formatKey('live', randomBytes(24)));
}

/** A text in one piece, as it comes from a socket: one put together from parts is slower to read. */
function received(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function shuffled(keys: readonly string[]): string[] {
  const order = [...keys];
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(Math.random() * (index + 1));
    [order[index], order[other]] = [order[other] as string, order[index] as string];
  }
  return order;
}

/** The change stream with these keys, two for an app, and beats for ever after. */
function serveStream(keys: readonly string[]) {
  return createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(event('reset', { seq: 1, count: keys.length }));
    for (let at = 0; at < keys.length; at += 500) {
      response.write(
        event(
          'keys',
          keys.slice(at, at + 500).map((key, index) => rowOf(key, at + index)),
        ),
      );
    }
    response.write(`id: 1\n${event('ready', { seq: 1 })}`);
    const beat = setInterval(() => response.write(event('beat', { seq: 1, stale: false })), 300);
    response.on('close', () => clearInterval(beat));
  });
}

function rowOf(key: string, index: number): unknown[] {
  const hash = createHash('sha256').update(key).digest('hex');
  const id = (prefix: string, number: number) => `${prefix}_${String(number).padStart(20, '0')}`;
  const app = index >> 1;
  return [
    hash,
    'VALID',
    id('key', index),
    id('app', app),
    id('dev', app),
    'native',
    'live',
    'active',
    '2027-03-01',
    null,
  ];
}

function event(name: string, content: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(content)}\n\n`;
}
