import { execFileSync } from 'node:child_process';
import type { Database } from '../../db/database';
import { type AttestedApp, checked, type Enrolled, enrol, newcomer, submit } from '../support/attestation';
import { testDatabase } from '../support/database';
import { onPath, whenPresent } from '../support/requirements';
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

const certificatePath = ({ base }: Enrolled, submissionId: string) => `${base}/submissions/${submissionId}/certificate`;

async function downloaded(submissionId: string, language: 'en' | 'zh-CN'): Promise<Buffer> {
  const { body, headers } = await ask(server)
    .get(certificatePath(developer, submissionId))
    .query({ language })
    .set(developer.session)
    .buffer(true)
    .expect(200);
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-disposition']).toContain(`attestation-${submissionId}.${language}.pdf`);
  return body;
}

/** The text of a PDF as other programs read it, with one space between words. */
const textOf = (pdf: Buffer) =>
  execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ');

async function accept(submission: { id: string; items: { requirementId: string }[] }): Promise<void> {
  await checked(server, developer, submission.id, 'green');
  await ask(server)
    .post(`/v1/reviews/${submission.id}/decisions`)
    .set(await server.session(await server.staff('am')))
    .send({ items: submission.items.map(({ requirementId }) => ({ requirementId, outcome: 'accept' })) })
    .expect(200);
}

describe('the certificate', () => {
  it('is a tagged PDF in its language', async () => {
    const submission = await submit(server, developer, app);
    const pdf = (await downloaded(submission.id, 'zh-CN')).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/\/StructTreeRoot/);
    expect(pdf).toMatch(/\/Lang \(zh-CN\)/);
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    for (const tag of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(pdf).toContain(`/S /${tag}\n`);
  });

  it('is not for others', async () => {
    const submission = await submit(server, developer, app);
    const other = await enrol(server, 'native');
    await ask(server).get(certificatePath(developer, submission.id)).set(other.session).expect(404);
    await ask(server).get(certificatePath(other, submission.id)).set(other.session).expect(404);
  });

  it('refuses a language that it has no words for', async () => {
    const submission = await submit(server, developer, app);
    const { body } = await ask(server)
      .get(certificatePath(developer, submission.id))
      .query({ language: 'fr' })
      .set(developer.session)
      .expect(400);
    expect(body.code).toBe('request.invalid');
  });
});

const hasPdftotext = () => onPath('pdftotext') || 'pdftotext is not on the PATH: apt-get install poppler-utils';
whenPresent('what a certificate says', hasPdftotext, () => {
  it('is that it is signed and not accepted, as long as that is so', async () => {
    const submission = await submit(server, developer, app);
    const text = textOf(await downloaded(submission.id, 'en'));
    expect(text).toContain('Record of an attestation');
    expect(text).toContain('not accepted yet');
    expect(text).not.toContain('Certificate of attestation');
    expect(text).toContain(submission.id);
    expect(text).toContain('Harbour Light Retail Ltd.');
    expect(text).toContain('Mei Lin, Director');
    expect(text).toContain('/.well-known/jwks.json');
    for (const { sha256 } of submission.items) expect(text.replaceAll(' ', '')).toContain(sha256);
  });

  it('is since when it is accepted, and up to which day it covers the app', async () => {
    const submission = await submit(server, developer, app);
    await accept(submission);
    const detail = await ask(server)
      .get(`${developer.base}/submissions/${submission.id}`)
      .set(developer.session)
      .expect(200);
    expect(detail.body.acceptance).toEqual({ at: expect.any(String), coveredThroughOn: '2027-11-23' });
    const text = textOf(await downloaded(submission.id, 'en'));
    expect(text).toContain('Certificate of attestation');
    expect(text).toContain(
      'Accepted on Monday, 23 November 2026. It covers the app through the end of Tuesday, 23 November 2027',
    );
    expect(text).toContain('accepted 23 November 2026');
  });

  it('can be taken out in Chinese; the words stay as they were signed', async () => {
    const submission = await submit(server, developer, app);
    await accept(submission);
    const text = textOf(await downloaded(submission.id, 'zh-CN'));
    expect(text).toContain('声明证书');
    // Lines break between any two characters.
    expect(text.replaceAll(' ', '')).toContain(
      '已于2026年11月23日星期一被接受。有效期至2027年11月23日星期二（中国标准时间，UTC+8）当天结束。',
    );
    expect(text).toContain('取得最终用户同意');
    expect(text).toContain('以英文签署');
    expect(text).toContain('We have obtained from the end users of this app');
  });

  it('keeps to the organisation and app as they were called when it was signed', async () => {
    const submission = await submit(server, developer, app);
    await db.updateTable('appProfiles').set({ name: 'Renamed since' }).where('appId', '=', app.appId).execute();
    const text = textOf(await downloaded(submission.id, 'en'));
    expect(text).toContain('Shop native');
    expect(text).not.toContain('Renamed since');
  });

  it('leaves out who signed once the person is erased', async () => {
    const submission = await submit(server, developer, app);
    await db
      .updateTable('signatures')
      .set({ typedName: null, typedTitle: null, salt: null })
      .where('id', '=', submission.signatureId)
      .execute();
    const text = textOf(await downloaded(submission.id, 'en'));
    expect(text).not.toContain('Mei Lin');
    expect(text).toContain('The name was erased on request.');
  });
});
