import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { formatKey } from '../../domain/keys/key-text';
import { createVerifier, expressVerifier, fetchVerifier, type Verifier, type WithAvow } from '../../edge';
import { until } from '../support/until';
import { aKey, FixtureAvow, token } from './avow';

let avow: FixtureAvow;
let verifier: Verifier;
const good = aKey();
const bad = aKey({ code: 'SUSPENDED_OBLIGATION', state: 'suspended' });

beforeAll(async () => {
  avow = new FixtureAvow();
  await avow.start();
  avow.add(good, bad);
  verifier = createVerifier({ url: avow.url, token });
  await verifier.ready();
  await until('fresh', () => !verifier.stale);
});

afterAll(async () => {
  await verifier.close();
  await avow.stop();
});

/** Each in front of a handler that tells whose key it was. */
const kinds: Record<string, (header?: string) => Promise<{ call: typeof fetch; stop: () => void }>> = {
  express: async (header) => {
    const app = express();
    app.use(expressVerifier(verifier, { header }));
    app.use((request, response) => {
      response.json({ app: (request as WithAvow<typeof request>).avow?.appId });
    });
    const server: Server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { call: (_input, init) => fetch(url, init), stop: () => server.close() };
  },
  fetch: (header) => {
    const handle = fetchVerifier(verifier, (_request, { appId }) => Response.json({ app: appId }), { header });
    return Promise.resolve({
      call: (_input, init) => handle(new Request('http://sdk.example/', init)),
      stop: () => {},
    });
  },
};

describe.each(Object.entries(kinds))('the %s middleware', (_name, open) => {
  let call: typeof fetch;
  let stop: () => void;
  const ask = async (headers: Record<string, string>) => {
    const response = await call('', { headers });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

  beforeEach(async () => {
    ({ call, stop } = await open());
  });

  afterEach(() => stop());

  it('lets a working key through, and says whose it is', async () => {
    expect(await ask({ 'X-SDK-Key': ` ${good.text} ` })).toMatchObject({ status: 200, body: { app: good.appId } });
  });

  it('refuses a suspended key with 403, the code and what to do', async () => {
    const { status, headers, body } = await ask({ 'X-SDK-Key': bad.text });
    expect(status).toBe(403);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(headers.get('x-avow-code')).toBe('SUSPENDED_OBLIGATION');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'The SDK key does not work',
      status: 403,
      code: 'SUSPENDED_OBLIGATION',
      detail: expect.stringMatching(/overdue/),
    });
  });

  it.each([
    ['unknown', { 'X-SDK-Key': formatKey('live', randomBytes(24)) }, 'NOT_FOUND'],
    ['garbage', { 'X-SDK-Key': 'avow_live_x' }, 'NOT_FOUND'],
    ['missing', {}, 'KEY_MISSING'],
    ['empty', { 'X-SDK-Key': ' ' }, 'KEY_MISSING'],
  ] as [string, Record<string, string>, string][])(
    'refuses a key that is %s with 401 and a challenge',
    async (_what, sent, code) => {
      const { status, headers, body } = await ask(sent);
      expect({ status, body }).toMatchObject({ status: 401, body: { code } });
      expect(headers.get('www-authenticate')).toBe('SDK-Key');
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it('reads another header when it is told to', async () => {
    stop();
    ({ call, stop } = await open('X-Api-Key'));
    expect((await ask({ 'X-Api-Key': good.text })).status).toBe(200);
    expect(await ask({ 'X-SDK-Key': good.text })).toMatchObject({
      status: 401,
      body: { detail: 'Send the SDK key in the header X-Api-Key.' },
    });
  });
});
