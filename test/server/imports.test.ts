import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database';
import { approveTerms, createTier, proposeTerms } from '../../db/workspace/terms';
import { idFrom } from '../../domain/ids';
import { defaultTerms } from '../../domain/terms';
import { tierTermsOf } from '../../domain/terms/tier-terms';
import { testDatabase } from '../support/database';
import { enrolled } from '../support/enrolment';
import { type ImportRow, importFile, importKey, importRow } from '../support/import-file';
import { importing } from '../support/importing';
import { ask } from '../support/server';
import { letAllMailsLeave, letMailsLeave, makeMailsWait } from '../support/waiting-mails';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));

type Importing = Awaited<ReturnType<typeof importing>>;

let db: Database;
let server: Importing['server'];
let manager: Importing['manager'];
let upload: Importing['upload'];
let preview: Importing['preview'];
let rowsOf: Importing['rowsOf'];
let start: Importing['start'];
let stateOf: Importing['stateOf'];
let importAll: Importing['importAll'];
let carryOut: Importing['carryOut'];
let counted: Importing['counted'];

beforeAll(async () => {
  db = await testDatabase();
  ({ server, manager, upload, preview, rowsOf, start, stateOf, importAll, carryOut, counted } = await importing(db));
});

describe('carrying an import out', () => {
  it('enrols developers with their contacts, apps and keys, and keeps no names in its rows', async () => {
    const managerEmail = 'ada@vendor.example';
    const managerId = await server.person({ email: managerEmail, name: 'Ada' });
    await db
      .insertInto('staff')
      .values({ personId: managerId, role: 'am', language: 'en', isActive: true, addedAt: new Date() })
      .execute();
    const { id } = await preview(importRow('alpha', { accountManagerEmail: managerEmail.toUpperCase() }), {
      developerReference: 'crm-alpha',
      appName: 'New one',
      sdkProduct: 'wechat-mini',
    });
    const running = await start(id).expect(200);
    expect(running.body).toMatchObject({ state: 'running', secondsLeft: 1 });
    const errands = await db.selectFrom('outbox').select('subject').where('kind', '=', 'run-import').execute();
    expect(errands).toContainEqual({ subject: id });
    await carryOut(id);
    expect(await stateOf(id)).toMatchObject({ state: 'completed', rows: { created: 2 }, developers: { created: 1 } });
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ outcome: 'created', fault: null });
    const { body } = await ask(server).get(`/v1/developers/${row.developerId}`).set(manager).expect(200);
    expect(body).toMatchObject({
      legalName: 'Developer alpha',
      language: 'zh-CN',
      accountManagerId: managerId,
      apps: expect.arrayContaining([
        expect.objectContaining({ name: 'App alpha', entry: 'imported', standing: 'due' }),
        expect.objectContaining({ name: 'New one', entry: 'registered', standing: 'onboarding' }),
      ]),
    });
    expect(body.apps).toHaveLength(2);
    const left = await db.selectFrom('importRows').select('cells').where('importId', '=', id).execute();
    expect(left).toEqual([{ cells: null }, { cells: null }]);
    const again = await start(id).expect(409);
    expect(again.body.code).toBe('import.nothing-waiting');
  });

  it('knows who was imported before, and touches nothing of theirs', async () => {
    const body = await preview(importRow('alpha', { legalName: 'Renamed' }), importRow('beta'));
    expect(body).toMatchObject({
      rows: { known: 1, waiting: 1, withProblems: 0 },
      developers: { known: 1, waiting: 1 },
    });
    await start(body.id).expect(200);
    await carryOut(body.id);
    expect(await stateOf(body.id)).toMatchObject({ state: 'completed', rows: { known: 1, created: 1 } });
    const renamed = await ask(server).get('/v1/developers').set(manager).query({ search: 'Renamed' }).expect(200);
    expect(renamed.body.items).toEqual([]);
  });

  it('gives apps without a live key due days of their own, not one for all', async () => {
    const bare = { keyHash: '', keyName: '', keyPrefix: '', keyLastFour: '' };
    const { id } = await preview(...Array.from({ length: 12 }, (_, index) => importRow(`bare${index}`, bare)));
    await start(id).expect(200);
    await carryOut(id);
    const days = await db
      .selectFrom('cycles')
      .innerJoin('importRows', 'importRows.developerId', 'cycles.developerId')
      .select('cycles.dueOn')
      .where('importRows.importId', '=', id)
      .execute();
    expect(new Set(days.map(({ dueOn }) => dueOn)).size).toBeGreaterThan(6);
    expect(days.every(({ dueOn }) => dueOn !== null && dueOn >= '2026-12-23' && dueOn < '2027-03-23')).toBe(true);
  });

  it('spreads the due days over the window that was chosen, until another is', async () => {
    const bare = { keyHash: '', keyName: '', keyPrefix: '', keyLastFour: '' };
    const rows = Array.from({ length: 12 }, (_, index) => importRow(`narrow${index}`, index < 6 ? bare : {}));
    const { id } = await preview(...rows);
    expect((await start(id, manager, 'P400D').expect(400)).body.errors).toMatchObject([{ path: '/spreadOver' }]);
    expect((await start(id, manager, 'P7D').expect(200)).body).toMatchObject({ spreadOver: 'P7D' });
    await ask(server).post(`/v1/imports/${id}/stop`).set(manager).expect(200);
    expect((await start(id).expect(200)).body).toMatchObject({ state: 'running', spreadOver: 'P7D' });
    await carryOut(id);
    const cycles = await db
      .selectFrom('cycles')
      .innerJoin('importRows', 'importRows.developerId', 'cycles.developerId')
      .select(['cycles.dueOn', 'cycles.spreadOver', 'cycles.kind'])
      .where('importRows.importId', '=', id)
      .execute();
    const days = cycles.flatMap(({ kind, dueOn }) => (kind === 'onboarding' ? [dueOn ?? ''] : []));
    expect(days).toHaveLength(6);
    expect(days.every((day) => day >= '2026-12-23' && day < '2026-12-30')).toBe(true);
    // Those with a live key get theirs when their invitation was delivered.
    const waiting = cycles.filter(({ kind }) => kind === 'periodic');
    expect(waiting).toEqual(Array.from({ length: 6 }, () => ({ kind: 'periodic', dueOn: null, spreadOver: 'P7D' })));
  });

  it('puts a developer into the tier that its rows name, by the terms in force there', async () => {
    const leads = await server.session(await server.staff('lead'));
    const [proposedBy, approvedBy] = [await server.staff('legal'), await server.staff('legal')];
    const tier = await createTier(db, { id: id('tir'), name: 'Gold', createdBy: proposedBy }, 0);
    const terms = { ...tierTermsOf(defaultTerms), firstDueAfter: 'P45D', importSpread: 'P7D' };
    const version = await proposeTerms(db, { id: id('tms'), tierId: tier.id, terms, note: 'Agreed.', proposedBy }, 0);
    await approveTerms(db, version.id, approvedBy, 0);
    const bare = { keyHash: '', keyName: '', keyPrefix: '', keyLastFour: '' };
    const rows = [
      importRow('gold', { ...bare, tier: 'gold' }),
      importRow('brass', { tier: 'Brass' }),
      importRow('two', { tier: 'Gold' }),
      { developerReference: 'crm-two', tier: 'Brass' },
    ];
    const { body } = await upload(importFile(rows), leads).expect(201);
    expect(await rowsOf(body.id, { hasProblems: 'true' })).toMatchObject([
      { rowNumber: 3, problems: [{ column: 'tier', code: 'tier-unknown', message: expect.stringContaining('tier') }] },
      { rowNumber: 5, problems: [{ column: 'tier', code: 'differs' }] },
    ]);
    const foreseen = await ask(server).get(`/v1/imports/${body.id}/days`).set(manager).expect(200);
    expect(await stateOf(body.id)).toMatchObject({ namesTiers: true });
    expect((await start(body.id).expect(403)).body.code).toBe('access.forbidden');
    await start(body.id, leads).expect(200);
    await carryOut(body.id);
    const [{ developerId }] = await rowsOf(body.id, { outcome: 'created' });
    const found = await db
      .selectFrom('developers')
      .innerJoin('cycles', 'cycles.developerId', 'developers.id')
      .select(['tierId', 'developers.termsId', 'cycles.termsId as cycleTermsId', 'cycles.dueOn'])
      .where('developers.id', '=', developerId)
      .executeTakeFirstOrThrow();
    expect(found).toMatchObject({ tierId: tier.id, termsId: version.id, cycleTermsId: version.id });
    expect(foreseen.body.items).toEqual([{ on: found.dueOn, apps: 1 }]);
    expect(found.dueOn && found.dueOn >= '2027-01-07' && found.dueOn < '2027-01-14').toBe(true);
    const later = await upload(importFile([importRow('three', { tier: 'Gold' })]), leads).expect(201);
    await db.updateTable('tiers').set({ name: 'Silver' }).where('id', '=', tier.id).execute();
    await start(later.body.id, leads).expect(200);
    await carryOut(later.body.id);
    expect(await rowsOf(later.body.id)).toMatchObject([
      { outcome: 'failed', problems: [{ column: 'tier', code: 'tier-unknown' }], developerId: null },
    ]);
  });

  it('goes on where it was ended, with nothing twice', async () => {
    const { id } = await preview(...Array.from({ length: 6 }, (_, number) => importRow(`gamma${number}`)));
    await start(id).expect(200);
    const { transact } = server.deps.lifecycle;
    // Two for each developer, and some of them side by side: it ends with at least one of them half done.
    let left = 9;
    const dying: typeof transact = async (developerId, event, options) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return transact(developerId, event, options);
    };
    const before = await counted();
    await expect(carryOut(id, dying)).rejects.toThrow('killed');
    const killed = await stateOf(id);
    expect(killed.state).toBe('running');
    expect([3, 4]).toContain(killed.developers.created);
    expect(killed.developers.created + killed.developers.waiting).toBe(6);
    await carryOut(id);
    expect(await stateOf(id)).toMatchObject({ state: 'completed', developers: { created: 6, waiting: 0 } });
    expect(await counted()).toEqual(before.map((count) => count + 6));
  });

  it('tells of what became impossible meanwhile, and goes on with the others', async () => {
    const taken = importKey('zeta, the second');
    const { id } = await preview(
      importRow('zeta'),
      { developerReference: 'crm-zeta', appName: 'App zeta', sdkProduct: 'native', ...taken },
      importRow('eta'),
    );
    const { keyHash, keyName, keyPrefix, keyLastFour } = taken as Required<ImportRow>;
    await enrolled(server, manager, {
      apps: [
        {
          name: 'Elsewhere',
          sdkProduct: 'native',
          existingKeys: [{ keyHash, name: keyName, prefix: keyPrefix, lastFour: keyLastFour }],
        },
      ],
    });
    await start(id).expect(200);
    await carryOut(id);
    expect(await rowsOf(id)).toMatchObject([
      { outcome: 'failed', problems: [] },
      {
        outcome: 'failed',
        fault: { code: 'request.invalid', message: expect.stringContaining('known already') },
        problems: [{ column: 'keyHash', code: 'key-known' }],
      },
      { outcome: 'created', fault: null },
    ]);
    const other = await db.selectFrom('developerReferences').selectAll().where('reference', '=', 'crm-zeta').execute();
    expect(other).toEqual([]);
    const file = ask(server).get(`/v1/imports/${id}/left-out`).set(manager).query({ language: 'zh-CN' });
    const [, innocent, blamed] = (await file.expect(200)).text.split('\n');
    expect(innocent).toMatch(/^2,,crm-zeta,/);
    expect(blamed).toContain('3,keyHash: 请删除此密钥');
    expect(await stateOf(id)).toMatchObject({ rows: { withProblems: 0, leftOut: 0, failed: 2, created: 1 } });
  });

  it('stops when it is told to, and starts again', async () => {
    const { id } = await preview(importRow('theta'));
    const stop = () => ask(server).post(`/v1/imports/${id}/stop`).set(manager);
    expect((await stop().expect(409)).body.code).toBe('import.not-running');
    await start(id).expect(200);
    expect((await stop().expect(200)).body.state).toBe('stopped');
    await carryOut(id);
    expect(await stateOf(id)).toMatchObject({ state: 'stopped', developers: { waiting: 1 } });
    // Nothing has to be chosen.
    await ask(server).post(`/v1/imports/${id}/start`).set(manager).expect(200);
    await carryOut(id);
    expect(await stateOf(id)).toMatchObject({ state: 'completed', developers: { created: 1 } });
  });

  it('imports nobody while a hundred mails wait to leave, and says so', async () => {
    const { id } = await preview(importRow('iota'));
    const { developerId } = await db.selectFrom('developerReferences').select('developerId').executeTakeFirstOrThrow();
    await letAllMailsLeave(db);
    await makeMailsWait(db, developerId, 100);
    await start(id).expect(200);
    const under = importAll(id);
    await sleep(1_500);
    expect(await stateOf(id)).toMatchObject({ mailsWaiting: 100, developers: { waiting: 1, created: 0 } });
    await letMailsLeave(db, 1);
    await under;
    expect(await stateOf(id)).toMatchObject({ state: 'completed', mailsWaiting: null, developers: { created: 1 } });
    await letAllMailsLeave(db);
  });

  it('imports 5,000 rows, 37 bad ones left out with their developers', async () => {
    const rows = Array.from({ length: 500 }, (_, developer) =>
      Array.from({ length: 10 }, (_row, index): ImportRow => {
        const name = `large${developer}`;
        const key = importKey(`${name}/${index}`);
        if (index === 0) return importRow(name, key);
        return { developerReference: `crm-${name}`, appName: `App ${name}`, sdkProduct: 'native', ...key };
      }),
    ).flat();
    // In 37 developers, one in each.
    for (let bad = 0; bad < 37; bad += 1) rows[bad * 130 + 5] = { ...rows[bad * 130 + 5], keyHash: 'no hash' };
    const body = await preview(...rows);
    expect(body).toMatchObject({
      rows: { total: 5_000, withProblems: 37, leftOut: 370, waiting: 4_630 },
      developers: { total: 500, leftOut: 37, waiting: 463 },
    });
    const problems = await rowsOf(body.id, { hasProblems: 'true' });
    expect(problems.map((row: { rowNumber: number }) => row.rowNumber)).toEqual(
      Array.from({ length: 37 }, (_, bad) => bad * 130 + 7),
    );
    await start(body.id).expect(200);
    await carryOut(body.id);
    expect(await stateOf(body.id)).toMatchObject({
      state: 'completed',
      rows: { created: 4_630, leftOut: 370, failed: 0 },
      developers: { created: 463 },
    });
  }, 240_000);
});
