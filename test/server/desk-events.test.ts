import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database';
import type { DeveloperId, PersonId } from '../../domain/ids';
import { type AttestedApp, attestationServer, checked, enrol, fresh, submit } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, type Headers } from '../support/enrolment';
import { ask, type TestServer } from '../support/server';
import { clearAway, throwAwayDirectory } from '../support/throw-away';

let db: Database;
let server: TestServer;
let listener: Server;
let managerId: PersonId;
let manager: Headers;
let own: EnrolledDeveloper;
let other: EnrolledDeveloper;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  listener = createServer(server.app).listen(0, '127.0.0.1');
  managerId = await server.staff('am');
  manager = await server.session(managerId);
  own = await enrolled(server, manager, { accountManagerId: managerId });
  other = await enrolled(server, manager);
});
afterAll(() => {
  listener.closeAllConnections();
  listener.close();
});

interface Told {
  id: number | null;
  event: string;
  developers: { id: string; kinds: string[] }[];
}

const many = (count: number) => (told: readonly Told[]) => told.length >= count;

/** Follows until enough events came, comments aside; with how long the last one took from `act` on. */
async function follow(
  isEnough: (told: readonly Told[]) => boolean,
  act: () => Promise<unknown>,
  given: { query?: string; headers?: Headers } = {},
): Promise<{ told: Told[]; ms: number }> {
  const leaving = new AbortController();
  const { port } = listener.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/v1/desk/events${given.query ?? ''}`, {
    headers: { ...manager, ...given.headers },
    signal: leaving.signal,
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const text = new TextDecoder();
  let heard = '';
  const next = async () => {
    heard += text.decode((await reader.read()).value, { stream: true });
  };
  await next();
  await act();
  const began = performance.now();
  const told: Told[] = [];
  while (!isEnough(told)) {
    await next();
    for (;;) {
      const end = heard.indexOf('\n\n');
      if (end === -1) break;
      const lines = heard.slice(0, end).split('\n');
      heard = heard.slice(end + 2);
      const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const event = of('event');
      if (event) told.push({ id: Number(of('id') ?? Number.NaN), event, ...JSON.parse(of('data') ?? '{}') });
    }
  }
  const ms = performance.now() - began;
  leaving.abort();
  return { told, ms };
}

/** One that tells of this developer, in this kind of thing. */
const tellsOf =
  (who: string, kind: string) =>
  ({ developers = [] }: Partial<Told>) =>
    developers.some(({ id, kinds }) => id === who && kinds.includes(kind));

/** What is told soon is mostly so: the machine may be busy with something else just then. */
async function expectSoon(measured: () => Promise<number>): Promise<void> {
  const all = [await measured(), await measured(), await measured()];
  expect(all.sort((one, other) => one - other)[1]).toBeLessThan(2_000);
}

const change = ({ base }: EnrolledDeveloper) =>
  ask(server).patch(base).set(manager).send({ country: 'CN' }).expect(200);

/** An entry of the audit log, as if that had been decided. */
const entryOf = (developerId: DeveloperId, decision: 'rung.fired' | 'task.opened' | 'key.issued') => ({
  developerId,
  appId: null,
  eventId: fresh('evt'),
  event: 'clock.ticked' as const,
  decision,
  subject: 'x',
  actor: '{"kind":"clock","id":"clock"}',
  at: new Date(),
  recordedAt: new Date(),
  rule: null,
  why: 'x',
  data: '{}',
  previousHash: 'x',
  hash: fresh('evt'),
});

describe('following the desk', () => {
  it('tells within two seconds who changed, and in what', async () => {
    await expectSoon(async () => {
      const { told, ms } = await follow(many(1), () => change(own));
      expect(told).toEqual([
        { id: expect.any(Number), event: 'changed', developers: [{ id: own.id, kinds: ['developer'] }] },
      ]);
      return ms;
    });
  });

  it('tells an account manager of their own developers alone, when asked to', async () => {
    const act = async () => {
      await change(other);
      await change(own);
    };
    const { told } = await follow(many(1), act, { query: '?scope=mine' });
    expect(new Set(told.flatMap(({ developers }) => developers.map(({ id }) => id)))).toEqual(new Set([own.id]));
  });

  it('goes on where a reader was', async () => {
    const { told } = await follow(many(1), () => change(own));
    await change(other);
    const headers = { 'Last-Event-ID': String(told[0]?.id) } as unknown as Headers;
    const again = await follow(many(1), async () => undefined, { headers });
    expect(again.told[0]?.developers.map(({ id }) => id)).toContain(other.id);
  });

  it('tells of an answer to a reviewer’s question, which decides nothing', async () => {
    const developer = await enrol(server, 'native');
    const submission = await submit(server, developer, developer.apps[0] as AttestedApp);
    await checked(server, developer, submission.id, 'green');
    let questionId = '';
    const question = async () => {
      const { body } = await ask(server)
        .post(`/v1/reviews/${submission.id}/questions`)
        .set(manager)
        .send({ requirementId: submission.items[0].requirementId, words: 'Which page?' })
        .expect(201);
      questionId = body.id;
    };
    const answer = () =>
      ask(server)
        .post(`${developer.base}/submissions/${submission.id}/questions/${questionId}/answer`)
        .set(developer.session)
        .send({ answer: 'The second.' })
        .expect(200);
    await follow((told) => told.some(tellsOf(developer.developerId, 'notice')), question);
    // By the look that sees what came behind it, the question is known to wait.
    await follow(
      (told) => told.some(tellsOf(own.id, 'developer')),
      () => change(own),
    );
    const isTold = tellsOf(developer.developerId, 'question');
    const { told } = await follow((known) => known.some(isTold), answer);
    expect(told.find(isTold)).toEqual({
      id: Number.NaN,
      event: 'changed',
      developers: [{ id: developer.developerId, kinds: ['question'] }],
    });
  });

  it('says that all is to be read anew when too much was missed', async () => {
    const developerId = own.id;
    for (let count = 0; count < 11; count += 1)
      await db
        .insertInto('auditEntries')
        .values(Array.from({ length: 200 }, () => entryOf(developerId, 'rung.fired')))
        .execute();
    const headers = { 'Last-Event-ID': '1' } as unknown as Headers;
    const { told } = await follow(many(1), async () => undefined, { headers });
    expect(told[0]?.event).toBe('reload');
  });

  it('sees what commits behind another that began later', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const act = async () => {
      const late = db.transaction().execute(async (trx) => {
        await trx.insertInto('auditEntries').values(entryOf(other.id, 'task.opened')).execute();
        await held;
      });
      await change(own);
      setTimeout(release, 1_500);
      void late;
    };
    // What was written before may be told on the way; what matters is that the late commit is told too, behind the other.
    const placeOf = (told: readonly Told[], who: string, kind: string) => told.findIndex(tellsOf(who, kind));
    const { told } = await follow((known) => placeOf(known, other.id, 'task') !== -1, act);
    expect(placeOf(told, own.id, 'developer')).toBeGreaterThanOrEqual(0);
    expect(placeOf(told, own.id, 'developer')).toBeLessThan(placeOf(told, other.id, 'task'));
  });

  it('drops who does not read, and keeps no more for them than a buffer', async () => {
    const crowd = await Promise.all(Array.from({ length: 190 }, () => server.developer()));
    server.deps.settings.slowReaderMs = 1_000;
    const kept: { response?: ServerResponse } = {};
    const directory = await throwAwayDirectory();
    // A socket that holds less than one of TCP, so that it is full sooner.
    const small = createServer((request, response) => {
      kept.response = response;
      server.app(request, response);
    }).listen(join(directory, 'socket'));
    const deaf = connect(join(directory, 'socket'));
    deaf.on('error', () => undefined).pause();
    deaf.write(`GET /v1/desk/events HTTP/1.1\r\nHost: x\r\nAuthorization: ${manager.Authorization}\r\n\r\n`);
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, kept.response?.writableLength ?? 0)), 20);
    const tell = async () => {
      while (!kept.response?.destroyed) {
        await db
          .insertInto('auditEntries')
          .values(crowd.map((developerId) => entryOf(developerId, 'task.opened')))
          .execute();
        await sleep(250);
      }
      await db.insertInto('auditEntries').values(entryOf(own.id, 'key.issued')).execute();
    };
    // Whoever reads hears all the same.
    await follow((told) => told.some(tellsOf(own.id, 'key')), tell);
    clearInterval(watch);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(100_000);
    deaf.destroy();
    small.close();
    await clearAway(directory);
  }, 240_000);

  it('is the vendor’s alone', async () => {
    await ask(server).get('/v1/desk/events').set(own.signatory).expect(403);
    await ask(server).get('/v1/desk/events').expect(401);
  });
});
