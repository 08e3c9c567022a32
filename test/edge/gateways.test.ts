import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { formatKey } from '../../domain/keys/key-text';
import { createVerifier, gatewayListener, type Verifier } from '../../edge';
import { freePort } from '../../integrations/embedded/ports';
import { onPath, whenPresent } from '../support/requirements';
import { until } from '../support/until';
import { aKey, FixtureAvow, token } from './avow';
import { Backend, startGateway } from './gateway-process';

const edge = resolve(__dirname, '..', '..', 'edge');
const needs = (program: string, what: string) => () =>
  onPath(program) || `${program} is missing: on Debian, apt-get install --no-install-recommends ${what}`;

let directory: string;
let avow: FixtureAvow;
let backend: Backend;
let url: string;
let gateway: { stop: () => Promise<void> } | null;
const good = aKey();
const bad = aKey({ code: 'SUSPENDED_OBLIGATION', state: 'suspended' });
const madeUp = formatKey('live', randomBytes(24));

const call = (key: string | null, headers: Record<string, string> = {}) =>
  fetch(`${url}/sdk/thing?x=1`, {
    method: 'POST',
    body: 'a body',
    headers: { ...(key === null ? {} : { 'x-sdk-key': key }), ...headers },
  });
const statusOf = async (key: string | null) => {
  const response = await call(key);
  await response.text();
  return response.status;
};
/** nginx and Caddy ask a moment later than a test could. */
async function eventually(status: number, key: string): Promise<void> {
  let last = 0;
  for (let tries = 0; tries < 200 && last !== status; tries += 1) {
    last = await statusOf(key);
    if (last !== status) await new Promise((done) => setTimeout(done, 100));
  }
  expect(last).toBe(status);
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'avow-gateway-'));
  // nginx, started as root, works as another account.
  chmodSync(directory, 0o711);
  avow = new FixtureAvow();
  backend = new Backend();
  await avow.start();
  await backend.start();
  good.code = 'VALID';
  avow.add(good, bad);
  gateway = null;
});

afterEach(async () => {
  await gateway?.stop();
  backend.stop();
  await avow.stop();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** Copies a folder of configurations and puts the addresses of this test in. */
function configured(folder: string, changes: Readonly<Record<string, string>>): void {
  cpSync(join(edge, folder), directory, { recursive: true });
  const missing = new Set(Object.keys(changes));
  for (const name of readdirSync(directory)) {
    let text = readFileSync(join(directory, name), 'utf8');
    for (const [from, to] of Object.entries(changes)) {
      if (text.includes(from)) missing.delete(from);
      text = text.replaceAll(from, to);
    }
    writeFileSync(join(directory, name), text);
  }
  expect([...missing]).toEqual([]);
}

async function startNginx(changes: Readonly<Record<string, string>> = {}): Promise<void> {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  configured('nginx', {
    'https://avow/': 'http://avow/',
    'avow.example:443': avow.url.replace('http://', ''),
    'avow_token_put-yours-here': token,
    '/dev/shm/avow': join(directory, 'cache'),
    '/etc/nginx/avow': directory,
    'listen 8443': `listen 127.0.0.1:${port}`,
    '127.0.0.1:3000': `127.0.0.1:${backend.port}`,
    ...changes,
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(directory, 'nginx.conf'),
    `daemon off; pid ${directory}/nginx.pid; error_log stderr warn; worker_processes 1; events {}
     http { access_log ${directory}/access.log;
       ${temporary.map((name) => `${name}_temp_path ${directory}/temporary-${name};`).join(' ')}
       include ${directory}/example.conf; }`,
  );
  gateway = await startGateway('nginx', ['-c', join(directory, 'nginx.conf'), '-p', directory, '-e', 'stderr'], url);
}

async function startCaddy(gateways: string): Promise<void> {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  configured('caddy', { ':8443': `http://127.0.0.1:${port}`, '127.0.0.1:3000': `127.0.0.1:${backend.port}` });
  const caddyfile = join(directory, 'Caddyfile');
  writeFileSync(caddyfile, `{\n\tadmin off\n}\n${readFileSync(caddyfile, 'utf8')}`);
  gateway = await startGateway('caddy', ['run', '--config', caddyfile, '--adapter', 'caddyfile'], url, {
    AVOW_GATEWAYS: gateways,
    AVOW_TOKEN: token,
    XDG_DATA_HOME: directory,
    XDG_CONFIG_HOME: directory,
  });
}

/** What both must do while Avow is there. */
async function guards(): Promise<void> {
  const forged = { 'x-avow-app': 'app_of_somebody', 'x-avow-developer': 'dev_of_somebody', cookie: 'a=b' };
  const passed = await call(good.text, { ...forged, authorization: 'Bearer of the caller' });
  expect(passed.status).toBe(200);
  expect(await passed.text()).toBe('from the service');
  const [seen] = backend.seen;
  expect(seen).toMatchObject({
    'x-avow-app': good.appId,
    'x-avow-developer': good.developerId,
    'x-avow-code': 'VALID',
  });
  expect(seen).toMatchObject({ authorization: 'Bearer of the caller', cookie: 'a=b' });
  expect(seen?.['x-sdk-key']).toBeUndefined();
  expect(avow.gatewayHeaders[0]).toMatchObject({ authorization: `Bearer ${token}`, 'x-sdk-key': good.text });
  expect(avow.gatewayHeaders[0]?.cookie).toBeUndefined();

  const suspended = await call(bad.text);
  expect(suspended.status).toBe(403);
  expect(suspended.headers.get('x-avow-code')).toBe('SUSPENDED_OBLIGATION');
  expect(decodeURIComponent(suspended.headers.get('x-avow-reason') ?? '')).toBe('声明已逾期');
  expect(suspended.headers.get('x-avow-fix-url')).toBe('https://portal.example');
  const unknown = await call(madeUp);
  expect([unknown.status, unknown.headers.get('x-avow-code')]).toEqual([401, 'NOT_FOUND']);
  expect(await statusOf(null)).toBe(401);
  expect(backend.seen.length).toBe(1);

  backend.status = 500;
  expect(await statusOf(good.text)).toBe(500);
  backend.status = 200;
}

whenPresent('nginx told to let through what it knows nothing of', needs('nginx', 'nginx-light'), () => {
  it('does so while Avow is away, and only then', async () => {
    await startNginx({
      'proxy_pass_request_body off;': 'proxy_pass_request_body off; error_page 502 504 = @avow_unknown;',
      'location @avow_away {': 'location @avow_unknown { return 204; } location @avow_away {',
    });
    expect([await statusOf(madeUp), await statusOf(bad.text)]).toEqual([401, 403]);
    await avow.stop();
    await new Promise((done) => setTimeout(done, 1500));
    expect([await statusOf(madeUp), await statusOf(bad.text)]).toEqual([200, 403]);
  });
});

whenPresent('nginx with the configuration in edge/nginx', needs('nginx', 'nginx-light'), () => {
  beforeEach(() => startNginx());

  it('lets working keys through with whose they are, and refuses all others with the reason', async () => {
    await guards();
    const refused = await call(bad.text);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(await refused.json()).toMatchObject({ status: 403, code: 'SUSPENDED_OBLIGATION' });
    const log = readFileSync(join(directory, 'access.log'), 'utf8');
    expect(log).not.toContain(good.text);
  });

  it('asks once a second about a key, and a suspension holds within that second or two', async () => {
    for (let count = 0; count < 50; count += 1) expect(await statusOf(good.text)).toBe(200);
    expect(avow.asked).toBeLessThan(25);
    good.code = 'SUSPENDED_FINDING';
    const startedAt = performance.now();
    await eventually(403, good.text);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    good.code = 'VALID';
    await eventually(200, good.text);
  });

  it('goes on by the last answers while Avow is away, and hears the new ones on return', async () => {
    expect([await statusOf(good.text), await statusOf(bad.text)]).toEqual([200, 403]);
    await avow.stop();
    await new Promise((done) => setTimeout(done, 2500));
    for (let count = 0; count < 5; count += 1) {
      expect([await statusOf(good.text), await statusOf(bad.text), await statusOf(madeUp)]).toEqual([200, 403, 503]);
    }
    good.code = 'REVOKED';
    await avow.start();
    await eventually(403, good.text);
    await eventually(401, madeUp);
  });

  it('does not wait long for an Avow that hangs', async () => {
    expect(await statusOf(good.text)).toBe(200);
    avow.extra.push((_request, _response, path) => path === '/v1/verify/gateway');
    await new Promise((done) => setTimeout(done, 1500));
    const startedAt = performance.now();
    expect(await statusOf(good.text)).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

whenPresent('Caddy with the configuration in edge/caddy', needs('caddy', 'caddy'), () => {
  const address = () => avow.url.replace('http://', '');

  it('lets working keys through with whose they are, and refuses all others with the reason', async () => {
    await startCaddy(address());
    await guards();
  });

  it('says 503 when nothing that knows can be reached', async () => {
    await startCaddy(address());
    await avow.stop();
    const response = await call(good.text);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(backend.seen.length).toBe(0);
  });

  it('takes the second address while the first is away', async () => {
    await startCaddy(`127.0.0.1:${await freePort()} ${address()}`);
    expect([await statusOf(good.text), await statusOf(bad.text)]).toEqual([200, 403]);
  });

  describe('and a process of this package beside it', () => {
    let verifier: Verifier;
    let beside: Server;

    beforeEach(async () => {
      verifier = createVerifier({ url: avow.url, token, mostBackoffMs: 200 });
      beside = createServer(gatewayListener(verifier)).listen(0, '127.0.0.1');
      await Promise.all([once(beside, 'listening'), verifier.ready()]);
      await startCaddy(`127.0.0.1:${(beside.address() as AddressInfo).port} ${address()}`);
    });

    afterEach(async () => {
      await verifier.close();
      beside.close();
      beside.closeAllConnections();
    });

    it('goes on while Avow is away, and hears what is new on return', async () => {
      expect([await statusOf(good.text), await statusOf(bad.text), await statusOf(madeUp)]).toEqual([200, 403, 401]);
      expect(backend.seen.at(-1)).toMatchObject({ 'x-avow-app': good.appId });
      await avow.stop();
      await until('stale', () => verifier.stale);
      expect([await statusOf(good.text), await statusOf(bad.text), await statusOf(null)]).toEqual([200, 403, 401]);
      expect((await call(bad.text)).headers.get('x-avow-stale')).toBe('true');
      avow.change(good, { code: 'REVOKED' });
      await avow.start();
      await eventually(403, good.text);
      expect(avow.asked).toBe(0);
    });
  });
});
