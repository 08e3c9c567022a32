import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../db/database';
import { migrate } from '../db/migrate';
import { formatKey } from '../domain/keys/key-text';
import { median, type Row } from './row';
import { bearer } from './verify/bearer';
import { populate, secretOf } from './verify/population';
import { portOf, start, subjectCore } from './verify/processes';
import { less } from './verify/table';

const connections = 64;
const known = 1_000;
const sampleMs = 1_000;

/**
 * So many seconds of wrk (ten minutes, unless AVOW_SOAK_SECONDS says otherwise) against one verifier: keys that are known and such that are not, garbage, and many in one request,
 * and refused tokens. Memory is flat when the last fifth of the time holds no more than the second.
 */
export async function benchVerifySoak(databaseUrl: string, seconds: number): Promise<Row[]> {
  const db = openDatabase(databaseUrl);
  const directory = await mkdtemp(join(tmpdir(), 'avow-soak-'));
  try {
    await migrate(db);
    await populate(db, 160_000, known);
    const subject = start('subject.js', subjectCore, 'avow', databaseUrl);
    const port = await portOf(subject);
    const script = join(directory, 'asks.lua');
    await writeFile(script, asks(await tokenKnown(port)));
    const memory: number[] = [];
    const timer = setInterval(() => void megabytesOf(subject.pid ?? 0).then((value) => memory.push(value)), sampleMs);
    const { perSecond, refused, broken } = await wrk(port, script, seconds);
    clearInterval(timer);
    subject.kill('SIGKILL');
    const fifth = (number: number) =>
      median(memory.slice(Math.floor((memory.length * number) / 5), Math.floor((memory.length * (number + 1)) / 5)));
    return [
      { name: 'requests a second', value: perSecond, must: null, aim: null, noise: 0 },
      { name: 'MB in the second fifth', value: fifth(1), must: null, aim: null, noise: 0 },
      { name: 'MB in the last fifth', value: fifth(4), must: null, aim: null, noise: 0 },
      less('memory, last fifth against second', fifth(4) / fifth(1), 1.1, 1.02),
      less('share of answers that are not as they should be', refused, 0, 0),
      less('sockets that broke', broken, 0, 0),
    ];
  } finally {
    await db.destroy();
    await rm(directory, { recursive: true, force: true });
  }

  /** The verifier hears of a token by the feed. */
  async function tokenKnown(port: number): Promise<string> {
    const authorization = await bearer(db);
    const headers = { authorization, 'x-sdk-key': secretOf(1) };
    for (let tries = 0; tries < 100; tries += 1) {
      const { status } = await fetch(`http://127.0.0.1:${port}/v1/verify`, { headers });
      if (status === 200) return authorization;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the verifier does not come to know the token');
  }
}

/** A script for wrk. Every answer to it is 200. */
function asks(authorization: string): string {
  const keys = [
    ...Array.from({ length: known }, (_, number) => secretOf(number)),
    ...Array.from({ length: known }, () => formatKey('live', randomBytes(24))),
    ...Array.from({ length: known }, () => `avow_live_${randomBytes(12).toString('hex')}`),
  ];
  const body = JSON.stringify({ keys: keys.filter((_, place) => place % 30 === 0) });
  return `
    local keys = { ${keys.map((key) => `"${key}"`).join(',')} }
    local requests, at = {}, 0
    init = function()
      for i, key in ipairs(keys) do
        requests[#requests + 1] = wrk.format("GET", "/v1/verify", { ["Authorization"] = "${authorization}", ["X-SDK-Key"] = key })
      end
      for i = 1, 30 do
        requests[i * 99] = wrk.format("POST", "/v1/verify",
          { ["Authorization"] = "${authorization}", ["Content-Type"] = "application/json" }, '${body}')
      end
    end
    request = function()
      at = at + 1
      return requests[at % #requests + 1]
    end

    done = function(summary)
      local errors = summary.errors
      io.write(string.format("AVOW %d %d %d %d\\n", summary.requests, summary.duration, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout))
    end`;
}

async function wrk(
  port: number,
  script: string,
  seconds: number,
): Promise<{ perSecond: number; refused: number; broken: number }> {
  const words = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--timeout', '10s', '-s', script];
  const child = spawn('wrk', [...words, `http://127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.on('data', (chunk) => (told += String(chunk)));
  await once(child, 'close').catch(() => {
    throw new Error('wrk is missing: on Debian, apt-get install --no-install-recommends wrk');
  });
  const [, requests = 0, microseconds = 1, wrong = 0, broken = 0] = (
    /AVOW (\d+) (\d+) (\d+) (\d+)/.exec(told) ?? []
  ).map(Number);
  return { perSecond: requests / (microseconds / 1e6), refused: wrong / requests, broken };
}

async function megabytesOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
