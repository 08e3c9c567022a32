import { sql } from 'kysely';
import type { Database } from '../../db/database';
import type { DelegationScope } from '../../domain/permissions';
import { type Agency, hireAgency, uploadMandate } from '../support/agency';
import {
  type AttestedApp,
  checked,
  draftAll,
  type Enrolled,
  newcomer,
  signature,
  submit,
} from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let app: AttestedApp;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  ({ server, developer, app } = await newcomer(db));
});

const hire = (scopes: DelegationScope[], hasMandate = false) => hireAgency(server, developer, { scopes, hasMandate });
/** The developer as this agency sees it. */
const as = (agency: Agency): Enrolled => ({ ...developer, session: agency.session });
const sign = (body: object, session: { Authorization: string }) =>
  ask(server).post(`${developer.base}/submissions`).set(session).send(body);
const signatures = () =>
  db.selectFrom('signatures').selectAll().where('developerId', '=', developer.developerId).execute();

describe('an agency that drafts and signs', () => {
  it('does so in words that name its mandate; the record, the receipt and the signature tell it', async () => {
    const agency = await hire(['draft', 'sign'], true);
    const { id } = await submit(server, as(agency), app);
    const [kept] = await signatures();
    expect(kept).toMatchObject({ signedBy: agency.personId, delegationId: agency.delegationId });
    const { body: own } = await ask(server).get(agency.path).set(developer.session).expect(200);
    for (const part of [
      'on behalf of Harbour Light Retail Ltd.',
      own.agencyName,
      own.id,
      own.endsOn,
      own.mandate.sha256,
    ])
      expect(kept?.words).toContain(part);

    const { body: submission } = await ask(server).get(`${developer.base}/submissions/${id}`).set(agency.session);
    expect(submission.receipt).toMatchObject({ delegationId: agency.delegationId, words: kept?.words });
    const [{ statementId }] = submission.items;
    const { body: statement } = await ask(server)
      .get(`${developer.base}/statements/${statementId}`)
      .set(developer.session)
      .expect(200);
    expect(statement.record.signature.delegation).toEqual({
      id: agency.delegationId,
      agency: own.agencyName,
      endsOn: own.endsOn,
      mandate: {
        evidenceId: own.mandate.evidenceId,
        mediaType: 'application/pdf',
        size: own.mandate.size,
        sha256: own.mandate.sha256,
      },
    });
  });

  it('stays the person who acts in the audit log, by id', async () => {
    const agency = await hire(['draft', 'sign'], true);
    await submit(server, as(agency), app);
    const entries = await db
      .selectFrom('auditEntries')
      .select(['actor', 'data', 'why'])
      .where('developerId', '=', developer.developerId)
      .where('event', '=', 'submission.signed')
      .execute();
    expect(entries.length).toBeGreaterThan(0);
    for (const { actor } of entries) expect(actor).toEqual({ kind: 'person', id: agency.personId });
    expect(JSON.stringify(entries)).not.toMatch(/Ann Lee|Clear Words|@example/);
  });

  it('leaves the words of the developer’s own people as they are', async () => {
    await hire(['draft', 'sign'], true);
    await submit(server, developer, app);
    const [kept] = await signatures();
    expect(kept).toMatchObject({ signedBy: developer.signatory, delegationId: null });
    expect(kept?.words).not.toMatch(/mandate/i);
    const { record } = await db
      .selectFrom('statements')
      .select('record')
      .where('developerId', '=', developer.developerId)
      .executeTakeFirstOrThrow();
    expect(record.signature).not.toHaveProperty('delegation');
  });

  it('may, as somebody of the vendor too, not decide what it signed for', async () => {
    const agency = await hire(['draft', 'sign'], true);
    const { id, items } = await submit(server, developer, app);
    await checked(server, developer, id, 'green');
    await db
      .insertInto('staff')
      .values({ personId: agency.personId, role: 'am', language: 'en', isActive: true, addedAt: new Date() })
      .execute();
    const { body } = await ask(server)
      .post(`/v1/reviews/${id}/decisions`)
      .set(agency.session)
      .send({ items: [{ requirementId: items[0].requirementId, outcome: 'accept' }] })
      .expect(403);
    expect(body.code).toBe('review.own-submission');
  });
});

describe('signing is refused', () => {
  const refused = async (agency: Agency, code: string, status = 403) => {
    await draftAll(server, developer, app);
    const { body } = await sign(await signature(server, as(agency), [app]), agency.session).expect(status);
    expect(body.code).toBe(code);
    expect(await signatures()).toEqual([]);
    return body;
  };

  it('without a mandate, saying who uploads it', async () => {
    const body = await refused(await hire(['draft', 'sign']), 'delegation.mandate-missing');
    expect(body.detail).toMatch(/signatory of the developer to upload it/);
  });

  it('without the scope, whatever the mandate', async () => {
    const body = await refused(await hire(['draft', 'keys'], true), 'delegation.scope-missing');
    expect(body.detail).toMatch(/scope sign/);
  });

  it('in the words of the developer’s own signatory', async () => {
    const agency = await hire(['sign'], true);
    await draftAll(server, developer, app);
    const own = await signature(server, developer, [app]);
    expect((await sign(own, agency.session).expect(409)).body.code).toBe('draft.stale');
    expect((await sign(await signature(server, as(agency), [app]), developer.session).expect(409)).body.code).toBe(
      'draft.stale',
    );
    expect(await signatures()).toEqual([]);
  });

  it('once another mandate was uploaded after the words were read', async () => {
    const agency = await hire(['sign'], true);
    await draftAll(server, developer, app);
    const read = await signature(server, as(agency), [app]);
    await ask(server)
      .post(`${agency.path}/mandate`)
      .set(developer.session)
      .set('Content-Type', 'application/pdf')
      .serialize((bytes) => bytes)
      .send(Buffer.from('%PDF-1.7\nAnother mandate.'))
      .expect(201);
    expect((await sign(read, agency.session).expect(409)).body.code).toBe('draft.stale');
  });

  it.each([
    ['the delegation is revoked', 'delegation.ended', 409],
    ['the delegate is removed', 'delegation.ended', 409],
    ['the mandate is replaced', 'delegation.mandate-missing', 403],
  ])('when %s between reading and committing', async (what, code, status) => {
    const agency = await hire(['sign'], true);
    await draftAll(server, developer, app);
    const read = await signature(server, as(agency), [app]);
    const { transact } = server.deps.lifecycle;
    server.deps.lifecycle.transact = async (...given) => {
      server.deps.lifecycle.transact = transact;
      if (what.includes('revoked'))
        await ask(server).post(`${agency.path}/revoke`).set(developer.session).send({ reason: 'now' }).expect(200);
      else if (what.includes('removed'))
        await ask(server).delete(`${agency.path}/delegates/${agency.personId}`).set(developer.session).expect(204);
      else await uploadMandate(server, agency.path, developer.session).expect(201);
      return transact(...given);
    };
    const { body } = await sign(read, agency.session).expect(status);
    expect(body.code).toBe(code);
    expect(await signatures()).toEqual([]);
    const drafts = await sql<{ count: string }>`
      select count(*) from drafts where developer_id = ${developer.developerId}`.execute(db);
    expect(Number(drafts.rows[0]?.count)).toBe(4);
  });
});

describe('signing and revoking at the same moment', () => {
  it.each(['revoke', 'remove'] as const)('a %s waits for the signature under way, and neither fails', async (what) => {
    const agency = await hire(['sign'], true);
    await draftAll(server, developer, app);
    const read = await signature(server, as(agency), [app]);
    const { transact } = server.deps.lifecycle;
    let ending: Promise<{ status: number }> = Promise.reject(new Error('not begun'));
    ending.catch(() => undefined);
    server.deps.lifecycle.transact = (developerId, event, { alongside } = {}) =>
      transact(developerId, event, {
        async alongside(trx) {
          ending = Promise.resolve(
            what === 'revoke'
              ? ask(server).post(`${agency.path}/revoke`).set(developer.session).send({ reason: 'now' })
              : ask(server).delete(`${agency.path}/delegates/${agency.personId}`).set(developer.session),
          );
          await new Promise((resolve) => setTimeout(resolve, 500));
          await alongside?.(trx);
        },
      });
    await sign(read, agency.session).expect(201);
    expect((await ending).status).toBe(what === 'revoke' ? 200 : 204);
    await ask(server).get(developer.base).set(agency.session).expect(404);
  });
});

describe('of two delegations', () => {
  it('the one with a mandate is signed under', async () => {
    const email = `two-${developer.developerId}@example.com`;
    await hireAgency(server, developer, { scopes: ['draft', 'sign'], email });
    const signing = await hireAgency(server, developer, { scopes: ['sign'], hasMandate: true, email });
    await submit(server, as(signing), app);
    expect(await signatures()).toMatchObject([{ delegationId: signing.delegationId }]);
  });

  it('a preparer of the developer drafts as one, and signs as a delegate', async () => {
    const agency = await hire(['sign'], true);
    await server.contact(developer.developerId, 'preparer', { personId: agency.personId });
    await submit(server, as(agency), app);
    expect(await signatures()).toMatchObject([{ delegationId: agency.delegationId }]);
  });
});
