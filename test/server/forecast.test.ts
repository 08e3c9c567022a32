import type { Database } from '../../db/database';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { enrolled, existingKey, type Headers } from '../support/enrolment';
import { work, workBeside } from '../support/little-worker';
import { ask, type TestServer } from '../support/server';

interface Item {
  at: string;
  on: string;
  what: string;
  notice: string | null;
  appId: string | null;
}

let db: Database;
let server: TestServer;
let manager: Headers;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  manager = await server.session(await server.staff('am'));
});

const imported = () =>
  enrolled(server, manager, { apps: [{ name: 'Old', sdkProduct: 'native', existingKeys: [existingKey().told] }] });
const foretold = async (base: string, headers: Headers, query: Record<string, string> = {}) =>
  (await ask(server).get(`${base}/forecast`).set(headers).query(query).expect(200)).body;
const dayOf = (items: Item[], what: string) => items.find((item) => item.what === what)?.on;

describe('the forecast', () => {
  it('tells the whole ladder with its days, and changes nothing', async () => {
    const { base, signatory, id } = await imported();
    const { items, asOf, until } = await foretold(base, signatory);
    expect([asOf, until]).toEqual(['2026-11-23T12:00:00.000Z', '2027-11-23T12:00:00.000Z']);
    const days = ['cycle.scheduled', 'cycle.lapsed', 'app.restricted', 'suspension.opened'].map((what) =>
      dayOf(items, what),
    );
    expect(days.every((day) => day !== undefined)).toBe(true);
    expect(days).toEqual(days.toSorted());
    expect(items.map(({ notice }: Item) => notice)).toEqual(
      expect.arrayContaining(['reminder', 'formal-notice', 'final-notice', 'suspended']),
    );
    expect(items.some(({ what }: Item) => what.startsWith('task.'))).toBe(false);
    const entries = await db.selectFrom('auditEntries').select('decision').where('developerId', '=', id).execute();
    expect(entries.some(({ decision }) => decision === 'suspension.opened')).toBe(false);
  });

  it('comes true, day for day', async () => {
    const { base, appId } = await imported();
    await work(server);
    const { items } = await foretold(base, manager, { appId: appId('Old') });
    const moving = ask(server).post(`${base}/clock`).set(manager).send({ advance: 'P11M' }).expect(200);
    const { body: moved } = await workBeside(server, Promise.resolve(moving));
    for (const what of ['cycle.lapsed', 'app.restricted', 'suspension.opened']) {
      const step = moved.steps.find(({ decisions }: { decisions: { decision: string }[] }) =>
        decisions.some(({ decision }) => decision === what),
      );
      expect([what, step.at.slice(0, 16)]).toEqual([
        what,
        items.find((item: Item) => item.what === what).at.slice(0, 16),
      ]);
    }
  }, 240_000);

  it('looks as far as is asked, and the vendor sees its own tasks in it', async () => {
    const { base } = await imported();
    expect(dayOf((await foretold(base, manager, { ahead: 'P60D' })).items, 'suspension.opened')).toBeUndefined();
    expect(dayOf((await foretold(base, manager)).items, 'task.opened')).toBeDefined();
    for (const ahead of ['P4Y', 'soon', '', '-P1D'])
      await ask(server).get(`${base}/forecast`).set(manager).query({ ahead }).expect(400);
  });
});
