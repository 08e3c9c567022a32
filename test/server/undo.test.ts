import { sql } from 'kysely';
import type { Database } from '../../db/database';
import type { Transact } from '../../db/lifecycle/transact';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { type Lapsing, lapsing, tick } from '../support/lapsing';
import { ask, type TestServer } from '../support/server';

const words = { reason: 'Your attestation was in our mailbox.', found: 'The developer called.' };

let db: Database;
let server: TestServer;
let backend: Headers;
let manager: Headers;
let lead: Headers;
let legal: Headers;
let lapsed: Lapsing;
let suspensionId: string;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  backend = await server.token('verify');
});
beforeEach(async () => {
  server.time.now += 2 * 3_600_000;
  lapsed = await lapsing(server, await session('am'), 'suspend');
  await tick(server.deps.lifecycle.transact as Transact, lapsed.developerId);
  // Months have passed: everybody signs in anew.
  [manager, lead, legal] = [await session('am'), await session('lead'), await session('legal')];
  const [open] = await items(`/v1/developers/${lapsed.developerId}/suspensions?isOpen=true`);
  suspensionId = open.id;
}, 120_000);

const session = async (role: 'am' | 'lead' | 'legal') => server.session(await server.staff(role));
const items = async (path: string, as = lead) => (await ask(server).get(path).set(as).expect(200)).body.items;
const undo = (as = lead, body: object = words) =>
  ask(server).post(`/v1/suspensions/${suspensionId}/undo`).set(as).send(body);
const verdict = async () =>
  (await ask(server).get('/v1/verify').set(backend).set('X-SDK-Key', lapsed.secret).expect(200)).body;

describe('undoing a suspension', () => {
  it('gives the keys back in that moment, starts the ladder over, and is shown as undone', async () => {
    expect(await verdict()).toMatchObject({ valid: false, code: 'SUSPENDED_OBLIGATION' });
    const { body } = await undo().expect(200);
    expect(body).toMatchObject({ id: suspensionId, liftedBy: 'undone', liftReason: words.reason });
    expect(await verdict()).toMatchObject({ valid: true });
    const plan = await db.selectFrom('plans').selectAll().where('id', '=', lapsed.planId).executeTakeFirstOrThrow();
    expect(plan.formalRevision).toBe(plan.revision);
    expect(plan).toMatchObject({ restrictedAt: null, restrictNoticeId: null });
    expect((await undo().expect(409)).body.code).toBe('suspension.already-lifted');
  });

  it('counts among what was enforced wrongly, and opens a post-mortem that legal concludes once', async () => {
    await undo().expect(200);
    const [wrong] = await items(`/v1/wrongful-enforcements?developerId=${lapsed.developerId}`);
    expect(wrong).toMatchObject({ against: 'suspension', subject: suspensionId, appealId: null });
    const path = `/v1/post-mortems/${wrong.postMortem.id}`;
    const { body } = await ask(server).get(path).set(lead).expect(200);
    expect(body).toMatchObject({
      ...words,
      class: 'obligation',
      concludedAt: null,
      keys: [{ lastFour: expect.any(String) }],
    });
    expect(body.refusedMs).toBe(wrong.timeToRestoreMs);
    const tasks = () => items(`/v1/tasks?kind=post-mortem&developerId=${lapsed.developerId}`);
    expect(await tasks()).toMatchObject([{ subject: body.id, assignee: 'compliance' }]);
    const conclude = (as: Headers) =>
      ask(server).post(`${path}/conclude`).set(as).send({ cause: 'Nobody read it.', prevention: 'Somebody does.' });
    await conclude(lead).expect(403);
    expect((await conclude(legal).expect(200)).body).toMatchObject({ cause: 'Nobody read it.' });
    expect(await tasks()).toEqual([]);
    expect((await conclude(legal).expect(409)).body.code).toBe('post-mortem.already-concluded');
    expect(await items('/v1/post-mortems?isConcluded=true')).toContainEqual(expect.objectContaining({ id: body.id }));
    await ask(server).get('/v1/post-mortems/pmt_00000000000000000000').set(lead).expect(404);
  });

  it('takes both texts, and somebody who may', async () => {
    await undo(manager).expect(403);
    await undo(lead, { reason: words.reason }).expect(400);
    expect(await verdict()).toMatchObject({ valid: false });
  });

  it('is for nobody who belongs to the developer', async () => {
    const insider = await server.staff('lead');
    await sql`insert into memberships (person_id, developer_id, role, language, is_introducer, added_at, verified_at)
      values (${insider}, ${lapsed.developerId}, 'backup', 'en', false, now(), now())`.execute(db);
    await undo(await server.session(insider)).expect(403);
    expect(await verdict()).toMatchObject({ valid: false });
  });

  it('leaves no trace without its record: the database refuses', async () => {
    const lifted = sql`update suspensions set lifted_by = 'undone', lifted_at = now() where id = ${suspensionId}`;
    await expect(lifted.execute(db)).rejects.toThrow('only with its post-mortem');
    await undo().expect(200);
    const rewritten = sql`update post_mortems set reason = 'Nothing.' where suspension_id = ${suspensionId}`;
    await expect(rewritten.execute(db)).rejects.toThrow('append-only');
  });
});
