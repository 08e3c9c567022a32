import { createHash } from 'node:crypto';
import { compactVerify, createLocalJWKSet } from 'jose';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { firstHash, hashOf } from '../../db/lifecycle/audit';
import { canonicalHash } from '../../db/workspace/statements';
import { type AttestedApp, type Enrolled, newcomer, png, submit } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';
import { unzip } from '../support/unzip';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let app: AttestedApp;
let submissionId: string;

beforeAll(async () => {
  db = await testDatabase();
  ({ server, developer, app } = await newcomer(db));
  submissionId = (await submit(server, developer, app)).id;
  const { id } = await db.selectFrom('notices').select('id').limit(1).executeTakeFirstOrThrow();
  await sql`insert into deliveries (notice_id, developer_id, person_id, audience, message_id, state, subject, text, html)
    values (${id}, ${developer.developerId}, ${developer.signatory}, 'signatory', ${`<${id}@vendor.example>`}, 'accepted',
      'Please attest', 'Dear Mei Lin', '<p>Dear Mei Lin</p>')`.execute(db);
});

async function pack(): Promise<Map<string, Buffer>> {
  const { body, headers } = await ask(server)
    .get(`${developer.base}/evidence-pack`)
    .set(await server.session(await server.staff('legal')))
    .buffer(true)
    .parse(asBuffer as never)
    .expect(200);
  expect(headers['content-type']).toBe('application/zip');
  expect(headers['content-disposition']).toContain(`evidence-${developer.developerId}.zip`);
  return unzip(body as Buffer);
}

function asBuffer(response: NodeJS.ReadableStream, done: (fault: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
}

const jsonOf = (files: Map<string, Buffer>, path: string) => JSON.parse(files.get(path)?.toString('utf8') ?? 'null');
const signedBy = async (files: Map<string, Buffer>, jws: string) => {
  const keys = createLocalJWKSet(jsonOf(files, 'keys/jwks.json'));
  const { payload } = await compactVerify(files.get(jws)?.toString('ascii') ?? '', keys, { algorithms: ['ES256'] });
  return JSON.parse(new TextDecoder().decode(payload));
};

describe('the evidence pack of a developer', () => {
  it('has a receipt that is verified with the keys beside it, and the sealed records that it names', async () => {
    const files = await pack();
    const receipt = await signedBy(files, `submissions/${submissionId}/receipt.jws`);
    expect(receipt).toMatchObject({ sub: submissionId, developerId: developer.developerId });
    expect(receipt.statements).toHaveLength(4);
    for (const { obligation, sha256 } of receipt.statements)
      expect(canonicalHash(jsonOf(files, `submissions/${submissionId}/${obligation}.json`))).toBe(sha256);
    expect(jsonOf(files, `submissions/${submissionId}/outcome.json`).signer).toEqual({
      name: 'Mei Lin',
      title: 'Director',
    });
  });

  it('has the files and the mails as they were', async () => {
    const files = await pack();
    const [file] = jsonOf(files, 'evidence/index.json');
    expect(files.get(file.path)).toEqual(png);
    const text = [...files].find(([path]) => path.startsWith('mails/') && path.endsWith(`${developer.signatory}.txt`));
    expect(text?.[1].toString('utf8')).toBe('Subject: Please attest\n\nDear Mei Lin');
  });

  it('has the whole log, whose chain ends in what the vendor signed', async () => {
    const files = await pack();
    const lines = files.get('log/decisions.jsonl')?.toString('utf8').trimEnd().split('\n') ?? [];
    let previous = firstHash;
    for (const line of lines) {
      const { entry, previousHash, hash } = JSON.parse(line);
      expect([previousHash, hashOf(entry, previousHash)]).toEqual([previous, hash]);
      previous = hash;
    }
    const { count } = await db
      .selectFrom('auditEntries')
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(await signedBy(files, 'log/proof.jws')).toMatchObject({
      sub: developer.developerId,
      count,
      hash: previous,
      isIntact: true,
      brokenAt: null,
    });
  });

  it('names every file with its hash', async () => {
    const files = await pack();
    const { files: named } = jsonOf(files, 'manifest.json');
    expect(named.map(({ path }: { path: string }) => path).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'manifest.json').sort(),
    );
    for (const { path, sha256 } of named)
      expect(
        createHash('sha256')
          .update(files.get(path) ?? '')
          .digest('hex'),
      ).toBe(sha256);
  });

  it('says so when the log was touched', async () => {
    await sql`alter table audit_entries disable trigger all`.execute(db);
    await sql`update audit_entries set why = 'nothing happened' where seq = (select min(seq) + 1 from audit_entries)`.execute(
      db,
    );
    await sql`alter table audit_entries enable trigger all`.execute(db);
    expect(await signedBy(await pack(), 'log/proof.jws')).toMatchObject({ isIntact: false, brokenAt: 2 });
  });

  it('is for legal alone, and of nobody there is none', async () => {
    for (const role of ['am', 'lead', 'admin'] as const)
      await ask(server)
        .get(`${developer.base}/evidence-pack`)
        .set(await server.session(await server.staff(role)))
        .expect(403);
    await ask(server).get(`${developer.base}/evidence-pack`).set(developer.session).expect(403);
    await ask(server)
      .get('/v1/developers/dev_00000000000000000000/evidence-pack')
      .set(await server.session(await server.staff('legal')))
      .expect(404);
  });
});
