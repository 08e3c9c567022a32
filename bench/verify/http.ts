import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { median, type Row, spreadOf } from '../row';
import { secretOf } from './population';

const rounds = 9;
const roundMs = 700;
const batch = 100;
const subjectCore = 0;
const loadCore = 1;

/**
 * Checks a second over HTTP against servers that do less or something else for the same bytes. All subjects run pinned to one core, one
 * at a time, and the load to another; the rounds go round, and what counts is the median of the ratios within a round.
 */
export async function benchHttp(databaseUrl: string, authorization: string): Promise<Row[]> {
  const avow = await start('subject.js', subjectCore, 'avow', databaseUrl);
  const avowPort = await portOf(avow);
  const single = `GET /v1/verify HTTP/1.1\r\nHost: avow\r\nAuthorization: ${authorization}\r\nX-SDK-Key: ${secretOf(7)}\r\n\r\n`;
  const answer = await (
    await fetch(`http://127.0.0.1:${avowPort}/v1/verify`, { headers: { authorization, 'x-sdk-key': secretOf(7) } })
  ).text();
  const body = JSON.stringify({ keys: Array.from({ length: batch }, (_, number) => secretOf(number)) });
  const many = `POST /v1/verify HTTP/1.1\r\nHost: avow\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const others = ['bare', 'postgres', 'express'] as const;
  const started = await Promise.all(others.map((kind) => start('subject.js', subjectCore, kind, databaseUrl, answer)));
  const ports = await Promise.all(started.map(portOf));
  const load = await start('load.js', loadCore);
  const runs: { name: string; port: number; request: string }[] = [
    { name: 'avow', port: avowPort, request: single },
    ...others.map((name, place) => ({ name, port: ports[place] ?? 0, request: single })),
    { name: 'batch', port: avowPort, request: many },
  ];
  const figures: Record<string, number[]> = {};
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, port, request } of runs) {
      const perSecond = await measure(load, { port, request, milliseconds: roundMs });
      // The first round warms up.
      if (round >= 0) (figures[name] ??= []).push(perSecond);
    }
  }
  for (const process of [avow, load, ...started]) process.kill('SIGKILL');
  const of = (name: string) => figures[name] ?? [];
  const against = (name: string, other: readonly number[], must: number, aim: number, times = 1): Row => {
    const own = times === 1 ? of('avow') : of('batch');
    const ratios = own.map((value, round) => (value * times) / (other[round] ?? Number.NaN));
    return { name, value: median(ratios), must, aim, noise: spreadOf(ratios) };
  };
  return [
    ...Object.entries(figures).map(([name, values]): Row => {
      return {
        name: `${name}, requests a second`,
        value: median(values),
        must: null,
        aim: null,
        noise: spreadOf(values),
      };
    }),
    against('check against bare node:http', of('bare'), 0.8, 0.9),
    against('check against PostgreSQL by key', of('postgres'), 3.5, 5),
    against('check against Express 5 hello', of('express'), 3.5, 4),
    against('keys a second, 100 a request against one', of('avow'), 20, 30, batch),
  ];
}

async function start(script: string, core: number, ...more: string[]): Promise<ChildProcess> {
  const node = [process.execPath, join(__dirname, script), ...more];
  const isPinned = spawnSync('taskset', ['-V']).status === 0;
  const [command = '', ...words] = isPinned ? ['taskset', '-c', String(core), ...node] : node;
  return spawn(command, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

async function portOf(subject: ChildProcess): Promise<number> {
  const [port] = (await once(subject, 'message')) as [number];
  return port;
}

async function measure(load: ChildProcess, what: object): Promise<number> {
  const answered = once(load, 'message');
  load.send(what);
  return ((await answered) as [number])[0];
}
