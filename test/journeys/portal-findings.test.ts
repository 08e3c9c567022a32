import type { Page } from 'playwright-core';
import { inBrowser, windowOf } from '../support/browser';
import { expectGoodEverywhere } from '../support/everywhere';
import { hostilePdf } from '../support/hostile-pdf';
import { startWorld, type World } from '../support/world';
import { advance, enrol, type JourneyDeveloper, onboard } from './people';

const heading = { en: 'Finding about Found Furze app', 'zh-CN': 'Found Furze app：所发现的问题' };

inBrowser('a finding', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;
  /** What the page fetched from elsewhere. */
  const asked: string[] = [];
  let finding: { id: string; dueOn: string };

  const read = () => developer.api.call('GET', `/v1/findings/${finding.id}`);
  const decide = (outcome: string, reason: string) =>
    world.am.call('POST', `/v1/findings/${finding.id}/decision`, { outcome, reason });

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Found Furze');
    await onboard(world, developer);
    await advance(world, developer, 'P30D');
    page = await windowOf(world, developer.email);
    page.on('request', (request) => {
      if (!request.url().startsWith(world.serverUrl)) asked.push(request.url());
    });
  }, 240_000);

  it('is none at first, and the page says so', async () => {
    await page.goto(`/developers/${developer.id}/findings`);
    await page.getByRole('heading', { name: 'There is no finding' }).waitFor();
    await expectGoodEverywhere(page, 'findings-none', { en: 'Findings', 'zh-CN': '所发现的问题' });
  }, 240_000);

  it('is read from the required actions: what, which clause, until when, what happens otherwise', async () => {
    finding = await world.am.call('POST', `/v1/developers/${developer.id}/findings`, {
      appId: developer.appId,
      obligation: 'notice',
      clause: '3.2',
      facts: 'Since last week the privacy policy names no vendor any more.',
      evidence: ['https://studio.example/privacy', 'Seen on Monday by two people.'],
    });
    await page.goto(`/developers/${developer.id}`);
    await page.getByRole('link', { name: 'Read it and answer' }).click();
    await page.waitForURL(`**/developers/${developer.id}/findings/${finding.id}`);
    await page.getByText('Since last week the privacy policy names no vendor any more.').waitFor();
    await page.getByText('Clause 3.2 of the privacy policy, “Notice”').waitFor();
    await page.getByRole('link', { name: 'https://studio.example/privacy' }).waitFor();
    await page.getByText(/^Cure it by .+ · in \d+ days$/).waitFor();
    await page.getByText(/not before .+: no new keys and no new apps/).waitFor();
    await page.getByText(/not before .+: the live keys of this app are suspended/).waitFor();
    await page.getByRole('link', { name: 'Appeal against this finding' }).waitFor();
    await expectGoodEverywhere(page, 'finding-open', heading);
  }, 240_000);

  it('is not answered without words', async () => {
    await page.getByRole('button', { name: 'Send the answer' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Something has to be put right first' });
    await summary.getByRole('link', { name: 'Say how it is put right.' }).click();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    expect((await read()).state).toBe('open');
  });

  it('is answered with words, a file and an address; the clock stands still', async () => {
    await page.getByLabel('How it is put right').fill('Since today the policy names the vendor in section 4.2.');
    await page.locator('input[type=file]').setInputFiles({
      name: 'policy.pdf',
      mimeType: 'application/pdf',
      buffer: hostilePdf('Section 4.2 names the vendor'),
    });
    await page.getByText('policy.pdf', { exact: true }).waitFor();
    // What it shows is read here; nothing of what it tries happens.
    const shown = page.getByRole('region', { name: 'What policy.pdf shows' });
    await shown.getByText('Section 4.2 names the vendor').waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await shown.getByText('The second page').waitFor();
    expect(await shown.getByRole('img').getAttribute('aria-label')).toBe('Page 2 of 2 of policy.pdf');
    expect(await page.title()).not.toBe('taken');
    expect(asked).toEqual([]);
    await page.getByLabel(/Addresses that show it/).fill('https://studio.example/privacy#4-2\n');
    await expectGoodEverywhere(page, 'finding-answering', heading);
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('With the vendor', { exact: true }).waitFor();
    await page.getByText('The vendor decides within 5 working days.').waitFor();
    await page.getByText(/The clock of this finding stands still/).waitFor();
    await page.getByText('Since today the policy names the vendor in section 4.2.').waitFor();
    const kept = await read();
    expect(kept).toMatchObject({ state: 'answered', clock: 'stopped' });
    expect(kept.answerEvidence).toEqual([expect.stringMatching(/^evd_/), 'https://studio.example/privacy#4-2']);
    await expectGoodEverywhere(page, 'finding-answered', heading);
  }, 240_000);

  it('comes back with a reason where the answer does not cure it, and can be answered again', async () => {
    await decide('not-cured', 'Section 4.2 names the SDK and not us.');
    await page.reload();
    await page.getByText('It is not cured yet.').waitFor();
    await page.getByText('Section 4.2 names the SDK and not us.').waitFor();
    await page.getByRole('heading', { name: 'Answer again' }).waitFor();
    await expectGoodEverywhere(page, 'finding-not-cured', heading);
    await page.getByLabel('How it is put right').fill('It names both now.');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('With the vendor', { exact: true }).waitFor();
  }, 240_000);

  it('ends with the cure, and is listed among those that have ended', async () => {
    await decide('cured', 'So it does.');
    await page.reload();
    await page.getByText('It is cured.').waitFor();
    await page.getByRole('link', { name: 'All findings' }).click();
    await page.getByRole('heading', { level: 1, name: 'Findings' }).waitFor();
    await page.getByText('No finding is open.').waitFor();
    await page.getByText('Cured', { exact: true }).waitFor();
    await expectGoodEverywhere(page, 'findings', { en: 'Findings', 'zh-CN': '所发现的问题' });
  }, 240_000);

  it('leads to an appeal about it', async () => {
    const again = await world.am.call('POST', `/v1/developers/${developer.id}/findings`, {
      appId: developer.appId,
      obligation: 'rights',
      clause: '3.4',
      facts: 'The page for deletion cannot be opened.',
      evidence: ['https://studio.example/delete'],
    });
    await page.goto(`/developers/${developer.id}/findings/${again.id}`);
    await page.getByRole('link', { name: 'Appeal against this finding' }).click();
    await page.waitForURL(/appeals\/new\?against=finding/);
    await page.getByLabel(/Why it is wrong/).fill('The page opens; see the attached address.');
    await page.getByRole('button', { name: 'File the appeal' }).click();
    await page.waitForURL('**/appeals');
    await page.goto(`/developers/${developer.id}/findings/${again.id}`);
    await page.getByText('You have appealed against it.').waitFor();
  }, 240_000);
});
