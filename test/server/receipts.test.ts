import { generateKeyPairSync } from 'node:crypto';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose';
import type { Database } from '../../db/database';
import { canonicalHash } from '../../db/workspace/statements';
import { obligations } from '../../domain/obligations';
import { type AttestedApp, draftAll, type Enrolled, enrol, newcomer, signature, submit } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, noon, publicUrl, type TestServer } from '../support/server';

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

const receiptPath = ({ base }: Enrolled, submissionId: string) => `${base}/submissions/${submissionId}/receipt`;

async function downloaded(submissionId: string): Promise<string> {
  const { body, headers } = await ask(server)
    .get(receiptPath(developer, submissionId))
    .set(developer.session)
    .buffer(true)
    .parse(asBuffer as never)
    .expect(200);
  expect(headers['content-type']).toBe('application/jose');
  expect(headers['content-disposition']).toBe(`attachment; filename=receipt-${submissionId}.jws`);
  return (body as Buffer).toString('ascii');
}

/** The payload, verified against the keys as they are published now. */
async function verified(receipt: string) {
  const { body } = await ask(server).get('/.well-known/jwks.json').expect(200);
  const { payload } = await compactVerify(receipt, createLocalJWKSet(body), { algorithms: ['ES256'] });
  return JSON.parse(new TextDecoder().decode(payload));
}

function asBuffer(response: NodeJS.ReadableStream, done: (fault: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
}

describe('the receipt', () => {
  it('is verified with the published keys, and tells the words, the moment and the hash of each sealed record', async () => {
    const submission = await submit(server, developer, app);
    const receipt = await downloaded(submission.id);
    expect(decodeProtectedHeader(receipt)).toMatchObject({ alg: 'ES256', typ: 'avow-receipt+jws' });
    const told = await verified(receipt);
    const detail = await ask(server)
      .get(`${developer.base}/submissions/${submission.id}`)
      .set(developer.session)
      .expect(200);
    expect(told).toMatchObject({
      iss: publicUrl,
      sub: submission.id,
      iat: noon / 1000,
      format: 'avow-receipt/1',
      submissionId: submission.id,
      signatureId: submission.signatureId,
      developerId: developer.developerId,
      organisation: 'Harbour Light Retail Ltd.',
      app: { id: app.appId, name: 'Shop native' },
      language: 'en',
      words: detail.body.receipt.words,
      signedBy: developer.signatory,
      commitment: detail.body.receipt.commitment,
      signedAt: new Date(noon).toISOString(),
    });
    expect(told.statements.map((one: { obligation: string }) => one.obligation)).toEqual(obligations);
    for (const { statementId, sha256 } of told.statements) {
      const { body } = await ask(server)
        .get(`${developer.base}/statements/${statementId}`)
        .set(developer.session)
        .expect(200);
      expect(canonicalHash(body.record)).toBe(sha256);
    }
  });

  it('names nobody: the name and title can be erased', async () => {
    const submission = await submit(server, developer, app);
    const told = JSON.stringify(await verified(await downloaded(submission.id)));
    expect(told).not.toMatch(/Mei Lin|Director/);
  });

  it('is refused by the keys once a letter of it is another', async () => {
    const submission = await submit(server, developer, app);
    const [header, payload, seal] = (await downloaded(submission.id)).split('.');
    const told = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...told, organisation: 'Somebody Else Ltd.' })).toString('base64url');
    await expect(verified(`${header}.${forged}.${seal}`)).rejects.toThrow(/signature verification failed/);
  });

  it('of a key that was retired since is verified all the same, and the next is signed by the current one', async () => {
    const submission = await submit(server, developer, app);
    const earlier = await downloaded(submission.id);
    await db
      .updateTable('signingKeys')
      .set({ retiredAt: new Date(noon) })
      .where('retiredAt', 'is', null)
      .execute();
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await db
      .insertInto('signingKeys')
      .values({
        kid: 'next',
        privateJwk: JSON.stringify(privateKey.export({ format: 'jwk' })),
        createdAt: new Date(noon),
        retiredAt: null,
      })
      .execute();
    // Another process reads the keys anew within ten minutes; a test server at once.
    const later = await downloaded(submission.id);
    expect(decodeProtectedHeader(later).kid).toBe('next');
    expect(decodeProtectedHeader(earlier).kid).not.toBe('next');
    expect((await verified(earlier)).submissionId).toBe(submission.id);
    expect((await verified(later)).submissionId).toBe(submission.id);
  });

  it('is one for each app of a signature, with the same words', async () => {
    developer = await enrol(server, 'native', 'wechat-mini');
    for (const each of developer.apps) await draftAll(server, developer, each);
    const { body } = await ask(server)
      .post(`${developer.base}/submissions`)
      .set(developer.session)
      .send(await signature(server, developer, developer.apps))
      .expect(201);
    const told = await Promise.all(body.items.map(async ({ id }: { id: string }) => verified(await downloaded(id))));
    expect(new Set(told.map(({ words }) => words)).size).toBe(1);
    expect(told.map((one) => one.app.id).sort()).toEqual(developer.apps.map(({ appId }) => appId).sort());
    const listed = await ask(server)
      .get(`${developer.base}/submissions`)
      .query({ signatureId: body.items[0].signatureId })
      .set(developer.session)
      .expect(200);
    expect(listed.body.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      body.items.map(({ id }: { id: string }) => id).sort(),
    );
  });

  it('is not for others', async () => {
    const submission = await submit(server, developer, app);
    const other = await enrol(server, 'native');
    await ask(server).get(receiptPath(developer, submission.id)).set(other.session).expect(404);
    await ask(server).get(receiptPath(other, submission.id)).set(other.session).expect(404);
    await ask(server).get(receiptPath(developer, submission.id)).expect(401);
  });
});
