import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { compactVerify, createLocalJWKSet } from 'jose';
import type { Page } from 'playwright-core';
import { attest, checked, review } from '../../main/attest';
import { expectRefusals, inBrowser, windowOf } from '../support/browser';
import { expectGoodEverywhere } from '../support/everywhere';
import { onPath } from '../support/requirements';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

inBrowser('after signing', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;
  let submission: { id: string; signatureId: string };
  const at = (path: string) => `/developers/${developer.id}${path}`;

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Signed Sage');
    await world.stopWorker();
    const [signed] = await attest(developer.api, developer.id);
    submission = signed as unknown as typeof submission;
    page = await windowOf(world, developer.email);
  }, 240_000);

  /** What a button of the page brings onto the disk. */
  async function downloaded(name: RegExp): Promise<{ name: string; content: Buffer }> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).first().click(),
    ]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  }

  it('shows the reference, who acts next and by when, and that the clock stands still', async () => {
    await page.goto(at(`/submissions/signed/${submission.signatureId}`));
    await page.getByRole('heading', { level: 1, name: 'Signed and received' }).waitFor();
    await page.getByText(submission.id).waitFor();
    await page.getByText('The automatic checks are running. This page updates by itself.').waitFor();
    await page.getByText('Being checked', { exact: true }).waitFor();
    await page.getByText('Your clock stands still until the answer').waitFor();
    await page.getByText(/looks at it and answers by/).waitFor();
    await page.getByText(/The due day is .+ It stands still/).waitFor();
    await page.getByText('Signing sends no mail.').waitFor();
    await expectGoodEverywhere(page, 'signed-checking', { en: 'Signed and received', 'zh-CN': '已签署并收到' });
  }, 240_000);

  it('updates by itself once the checks are done: a person looks at a first attestation', async () => {
    await world.startWorker();
    await checked(developer.api, developer.id, submission.id);
    await page.getByText('The automatic checks are done.').waitFor();
    await page.getByText('In review', { exact: true }).waitFor();
    await page.getByText(/A person of the vendor reviews it and answers by/).waitFor();
    await page.getByText('This is the first attestation of the app').waitFor();
  }, 240_000);

  it('gives a receipt that the published keys verify', async () => {
    const receipt = await downloaded(/^Signed receipt/);
    expect(receipt.name).toBe(`receipt-${submission.id}.jws`);
    const keys = await (await fetch(`${world.serverUrl}/.well-known/jwks.json`)).json();
    const { payload } = await compactVerify(receipt.content.toString('ascii'), createLocalJWKSet(keys as never));
    const told = JSON.parse(new TextDecoder().decode(payload));
    expect(told).toMatchObject({
      iss: world.serverUrl,
      submissionId: submission.id,
      organisation: developer.name,
      app: { id: developer.appId, name: 'Signed Sage app' },
    });
    expect(told.statements).toHaveLength(4);
  });

  it('gives a certificate in either language, which says that it is not accepted yet', async () => {
    const english = await downloaded(/^Certificate in English/);
    const chinese = await downloaded(/^Certificate in Chinese/);
    expect(english.name).toBe(`attestation-${submission.id}.en.pdf`);
    expect(chinese.name).toBe(`attestation-${submission.id}.zh-CN.pdf`);
    for (const { content } of [english, chinese]) expect(content.toString('latin1', 0, 5)).toBe('%PDF-');
    if (!onPath('pdftotext')) return;
    const text = (pdf: Buffer) => execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
    expect(text(english.content)).toContain('not accepted yet');
    expect(text(chinese.content)).toContain('尚未被接受');
  }, 120_000);

  it('gives the next date for a calendar', async () => {
    const calendar = await downloaded(/^Calendar entry/);
    expect(calendar.name).toBe('attestations.ics');
    const lines = calendar.content
      .toString('utf8')
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain('SUMMARY:Attestation due: Signed Sage app');
    const { cycles } = await developer.api.call('GET', `/v1/developers/${developer.id}`);
    expect(lines).toContain(`DTSTART;VALUE=DATE:${cycles[0].plans[0].dueOn.replaceAll('-', '')}`);
    expect(lines.filter((line) => line.startsWith('UID:'))).toHaveLength(1);
  });

  it('tells, once it is accepted, up to when it covers the app and who was told', async () => {
    await review(world.am, submission.id);
    await world.inbox.waitFor(developer.email, /accepted/i);
    await page.reload();
    await page.getByText('Accepted. Nothing is left to do.').waitFor();
    await page.getByText(/covers the app through/).waitFor();
    await page.getByText('Attestation accepted: to Mei Lin').waitFor();
    await expectGoodEverywhere(page, 'signed-accepted', { en: 'Signed and received', 'zh-CN': '已签署并收到' });
  }, 240_000);

  it('keeps it in the list of attestations, reached from the navigation', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Attestations' }).click();
    await page.waitForURL(`**${at('/submissions')}`);
    await page.getByRole('heading', { level: 1, name: 'Attestations' }).waitFor();
    await page.getByText(submission.id).waitFor();
    await expectGoodEverywhere(page, 'submissions', { en: 'Attestations', 'zh-CN': '声明记录' });
    await page.getByRole('link', { name: 'Signed Sage app' }).click();
    await page.waitForURL(`**${at(`/submissions/${submission.id}`)}`);
  }, 240_000);

  it('shows what was signed word for word, what the checks found, and how to verify it oneself', async () => {
    const { receipt, items } = await developer.api.call(
      'GET',
      `/v1/developers/${developer.id}/submissions/${submission.id}`,
    );
    const words = page.getByRole('region', { name: 'The words that were signed' });
    await words.waitFor();
    expect(await words.innerText()).toContain(receipt.words.split('\n\n').at(-2));
    for (const { sha256 } of items) await page.getByText(sha256).waitFor();
    await page.getByText(/The privacy policy can be opened: in order/).waitFor();
    await page.getByText('createRemoteJWKSet').waitFor();
    await page.getByRole('link', { name: `${world.serverUrl}/.well-known/jwks.json` }).waitFor();
    await expectGoodEverywhere(page, 'submission-accepted', {
      en: 'Attestation of Signed Sage app',
      'zh-CN': 'Signed Sage app 的声明',
    });
  }, 240_000);

  it('names what was returned, why and in whose words, with the way to correct it', async () => {
    const other = await enrol(world, 'Returned Rue');
    const [returned] = await attest(other.api, other.id);
    await checked(other.api, other.id, returned?.id ?? '');
    await review(world.am, returned?.id ?? '', 'return', ['notice']);
    const own = await windowOf(world, other.email);
    await own.goto(`/developers/${other.id}/submissions/${returned?.id}`);
    await own.getByText('Please quote the clause that names the SDK and its vendor.').waitFor();
    await own.getByText('The quoted clause on third-party SDKs is not in the privacy policy.').waitFor();
    await expectGoodEverywhere(own, 'submission-returned', {
      en: 'Attestation of Returned Rue app',
      'zh-CN': 'Returned Rue app 的声明',
    });
    await own.getByRole('link', { name: 'Correct it' }).click();
    await own.waitForURL(`**/developers/${other.id}/walk`);
  }, 240_000);

  it('has nothing for others', async () => {
    const stranger = await enrol(world, 'Stranger Stone');
    const theirs = await windowOf(world, stranger.email);
    await theirs.goto(at(`/submissions/${submission.id}`));
    await theirs.getByRole('heading', { level: 1, name: 'There is nothing here for you' }).waitFor();
    await theirs.goto(`/developers/${stranger.id}/submissions/signed/${submission.signatureId}`);
    await theirs.getByRole('heading', { level: 1, name: 'There is nothing here for you' }).waitFor();
    await theirs.goto(`/developers/${stranger.id}/submissions`);
    await theirs.getByRole('heading', { name: 'Nothing was signed yet' }).waitFor();
    expectRefusals(theirs, /404/);
  }, 120_000);
});
