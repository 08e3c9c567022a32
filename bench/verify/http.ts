import { median, type Row, spreadOf } from '../row';
import { startNginx } from './nginx';
import { secretOf } from './population';
import { checkRequest, loadCore, measure, portOf, start, subjectCore } from './processes';

const rounds = 9;
const roundMs = 700;
const warmUpMs = 2_000;
const batch = 100;

/**
 * Checks a second over HTTP against servers that do less or something else for the same bytes. All subjects run pinned to one core, one
 * at a time, and the load to another; the rounds go round, and what counts is the median of the ratios within a round. A thousand keys
 * are asked about in turn.
 */
export async function benchHttp(databaseUrl: string, authorization: string, known: number): Promise<Row[]> {
  const avow = start('subject.js', subjectCore, 'avow', databaseUrl);
  const avowPort = await portOf(avow);
  const singles = Array.from({ length: known }, (_, number) => checkRequest(authorization, secretOf(number)));
  const headers = { authorization, 'x-sdk-key': secretOf(7) };
  const answer = await (await fetch(`http://127.0.0.1:${avowPort}/v1/verify`, { headers })).text();
  const body = JSON.stringify({ keys: Array.from({ length: batch }, (_, number) => secretOf(number)) });
  const many = `POST /v1/verify HTTP/1.1\r\nHost: avow\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const others = ['bare', 'postgres', 'express'] as const;
  const started = others.map((kind) => start('subject.js', subjectCore, kind, databaseUrl, answer));
  const ports = await Promise.all(started.map(portOf));
  const nginx = await startNginx();
  const load = start('load.js', loadCore);
  const runs: { name: string; port: number; requests: readonly string[] }[] = [
    { name: 'avow', port: avowPort, requests: singles },
    ...others.map((name, place) => ({ name, port: ports[place] ?? 0, requests: singles })),
    { name: 'batch', port: avowPort, requests: [many] },
    ...(nginx === undefined ? [] : [{ name: 'nginx', port: nginx.port, requests: singles }]),
  ];
  const figures: Record<string, number[]> = {};
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, port, requests } of runs) {
      const perSecond = await measure(load, { port, requests, milliseconds: round < 0 ? warmUpMs : roundMs });
      if (round >= 0) (figures[name] ??= []).push(perSecond);
    }
  }
  for (const process of [avow, load, ...started]) process.kill('SIGKILL');
  await nginx?.stop();
  const of = (name: string) => figures[name] ?? [];
  const against = (
    name: string,
    other: readonly number[],
    bounds: [must: number, aim: number] | null,
    times = 1,
  ): Row => {
    const own = times === 1 ? of('avow') : of('batch');
    const ratios = own.map((value, round) => (value * times) / (other[round] ?? Number.NaN));
    const [must, aim] = bounds ?? [null, null];
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
    against('check against bare node:http', of('bare'), [0.8, 0.9]),
    against('check against PostgreSQL by key', of('postgres'), [3.5, 5]),
    against('check against Express 5 hello', of('express'), [3.5, 4]),
    against('check against nginx return 204', of('nginx'), null),
    against('keys a second, 100 a request against one', of('avow'), [20, 30], batch),
  ];
}
