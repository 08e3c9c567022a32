import { randomBytes } from 'node:crypto';
import type { Database } from '../../../db/database';
import { testDatabase } from '../../support/database';
import { type KeyedApp, keyedDevelopers } from '../../support/keyed-developers';
import { testServer } from '../../support/server';
import { sendBytes, startVerifying, type Verifying } from '../../support/verifying';

let db: Database;
let apps: KeyedApp[];
let verifier: Verifying;
let authorization: string;

beforeAll(async () => {
  db = await testDatabase();
  apps = await keyedDevelopers(db, 1);
  authorization = (await testServer(db).token('verify')).Authorization;
  verifier = await startVerifying(db);
  await verifier.follower.read();
});

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const secret = () => apps[0]?.keys[0]?.secret ?? '';
const head = (line: string, ...more: string[]) =>
  `${[line, 'Host: x', `Authorization: ${authorization}`, ...more].join('\r\n')}\r\n\r\n`;
const check = () => head('GET /v1/verify HTTP/1.1', `X-SDK-Key: ${secret()}`);

/**
 * Whatever was sent: the next one is served, at once, and nothing was a fault of ours. The verifier runs in this process, so what
 * keeps it busy shows in the time of this process, however little of it a busy machine gives.
 */
afterEach(async () => {
  const before = process.cpuUsage();
  const answer = await fetch(`${verifier.url}/v1/verify`, { headers: { authorization, 'x-sdk-key': secret() } });
  expect(await codeOf(answer)).toBe('VALID');
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(2_000);
  expect(verifier.errors).toEqual([]);
});

describe('what nobody should send', () => {
  it.each([
    ['nothing but bytes', () => randomBytes(2_000)],
    ['a header of a megabyte', () => head('GET /v1/verify HTTP/1.1', `X-SDK-Key: ${'a'.repeat(1_048_576)}`)],
    [
      'a thousand headers',
      () => head('GET /v1/verify HTTP/1.1', ...Array.from({ length: 5_000 }, (_, at) => `X-${at}: 1`)),
    ],
    ['two lengths', () => head('POST /v1/verify HTTP/1.1', 'Content-Length: 5', 'Content-Length: 6')],
    ['a length and chunks', () => head('POST /v1/verify HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked')],
    ['an endless address', () => head(`GET /v1/verify?${'a'.repeat(100_000)} HTTP/1.1`)],
    ['no HTTP of ours', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a line in a header', () => head('GET /v1/verify HTTP/1.1', 'X-SDK-Key: a\0b')],
  ])('%s is refused and the socket closed', async (_name, bytes) => {
    const { text, isClosed } = await sendBytes(verifier.port, bytes());
    expect(text === '' || /^HTTP\/1\.1 4\d\d /.test(text)).toBe(true);
    expect(isClosed).toBe(true);
  });

  it.each([
    ['not JSON', '{"keys":', 'request.malformed'],
    ['no object', '[]', 'request.invalid'],
    ['null', 'null', 'request.invalid'],
    ['deep', '['.repeat(50_000) + ']'.repeat(50_000), 'request.invalid'],
    ['a prototype', '{"keys":["a"],"__proto__":{"key":"b"}}', 'request.invalid'],
    ['too many', JSON.stringify({ keys: Array.from({ length: 1_001 }, () => 'a') }), 'request.invalid'],
    ['too long', JSON.stringify({ keys: ['a'.repeat(201)] }), 'request.invalid'],
    ['too large', JSON.stringify({ keys: ['a'.repeat(300_000)] }), 'request.too-large'],
  ])('a body that is %s is a problem', async (_name, body, code) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${verifier.url}/v1/verify`, { method: 'POST', headers, body });
    expect([await codeOf(answer), answer.status >= 400 && answer.status < 500]).toEqual([code, true]);
  });

  it('many requests in one piece are answered one after the other', async () => {
    const last = head('GET /v1/verify HTTP/1.1', `X-SDK-Key: ${secret()}`, 'Connection: close');
    const { text, isClosed } = await sendBytes(verifier.port, check().repeat(199) + last);
    expect(isClosed).toBe(true);
    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(200);
    expect(text.match(/"code":"VALID"/g)).toHaveLength(200);
  });

  it('half a request and a slow body are given up on', async () => {
    const half = await sendBytes(verifier.port, check().slice(0, -10));
    expect(half.isClosed).toBe(true);
    const slow = await sendBytes(
      verifier.port,
      `${head('POST /v1/verify HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 100')}{"keys"`,
    );
    expect(slow.isClosed).toBe(true);
    expect(slow.text).toMatch(/^(HTTP\/1\.1 408|$)/);
  });

  it('five hundred who only connect keep nobody waiting', async () => {
    const idle = Array.from({ length: 500 }, () => sendBytes(verifier.port, 'GET /v1/ver'));
    const answer = await fetch(`${verifier.url}/v1/verify`, { headers: { authorization, 'x-sdk-key': secret() } });
    expect(answer.status).toBe(200);
    expect((await Promise.all(idle)).every(({ isClosed }) => isClosed)).toBe(true);
  });

  it('a connection that is cut in the middle of a body leaves nothing behind', async () => {
    for (let count = 0; count < 50; count += 1)
      await sendBytes(
        verifier.port,
        `${head('POST /v1/verify HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 1000')}{"keys":["a`,
        1,
      );
  });
});
