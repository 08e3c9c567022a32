import { recordHistories } from '../../support/histories';
import type { World } from '../../support/world';
import { advance, enrol, type JourneyDeveloper, noticesOf, onboard, standingOf, verify } from '../people';

/** In a world that has started by the time its tests run. */
export function findingCured(startedWorld: () => World): void {
  describe('a developer about whose app something is found', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let key: string;
    let finding: string;
    let dueOn: string;

    const read = () => developer.api.call('GET', `/v1/findings/${finding}`);
    const answer = (words: string) =>
      developer.api.call('POST', `/v1/findings/${finding}/answer`, {
        answer: words,
        evidence: ['https://studio.example'],
      });
    const decide = (outcome: string, reason: string) =>
      world.am.call('POST', `/v1/findings/${finding}/decision`, { outcome, reason });

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Found Fern');
      key = await onboard(world, developer);
      await advance(world, developer, 'P30D');
    }, 240_000);

    it('is told at once and formally: what, by which clause, until when, what can follow and how to appeal', async () => {
      const raised = await world.am.call('POST', `/v1/developers/${developer.id}/findings`, {
        appId: developer.appId,
        obligation: 'notice',
        clause: '3.2',
        facts: 'Since last week the privacy policy names no vendor any more.',
        evidence: ['https://studio.example/privacy'],
      });
      finding = raised.id;
      dueOn = raised.dueOn;
      const mail = await world.inbox.waitFor(developer.email, /Formal notice: a finding/);
      expect(mail.subject).toContain('Found Fern app');
      for (const said of [
        'names no vendor any more',
        '3.2',
        'Restriction not before',
        'Suspension not before',
        'appeal',
      ])
        expect(mail.text).toContain(said);
      expect(await standingOf(world, developer)).toBe('grace');
      expect(await verify(world, key)).toMatchObject({ valid: true, reason: expect.stringContaining(dueOn) });
    }, 240_000);

    it('has a stopped clock while its answer waits, and hears why it was not enough', async () => {
      await answer('It is in the footer.');
      await advance(world, developer, 'P2D');
      expect(await read()).toMatchObject({ state: 'answered', clock: 'stopped', dueOn });
      await decide('not-cured', 'The footer names the SDK and not us.');
      const mail = await world.inbox.waitFor(developer.email, /Not cured yet/);
      expect(mail.text).toContain('The footer names the SDK and not us.');
      const after = await read();
      expect(after).toMatchObject({ state: 'open', clock: 'running' });
      expect(Date.parse(after.dueOn) - Date.parse(dueOn)).toBeGreaterThanOrEqual(2 * 86_400_000);
    }, 240_000);

    it('cures it in time; nothing was restricted, and the key worked throughout', async () => {
      await answer('It names both now.');
      await decide('cured', 'So it does.');
      await world.inbox.waitFor(developer.email, /Cured: the finding/);
      expect(await read()).toMatchObject({ state: 'cured', outcome: 'cured', clock: 'ended' });
      await advance(world, developer, 'P40D');
      expect(await standingOf(world, developer)).toBe('active');
      expect(await verify(world, key)).toMatchObject({ valid: true, code: 'VALID' });
      expect((await noticesOf(world, developer)).filter((template) => template !== 'reminder')).toEqual([
        'invitation',
        'accepted',
        'finding-notice',
        'finding-not-cured',
        'finding-cured',
      ]);
    }, 240_000);

    afterAll(() => recordHistories(world, 'finding-cured', developer.id));
  });
}
