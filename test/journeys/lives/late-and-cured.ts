import { recordHistories } from '../../support/histories';
import type { World } from '../../support/world';
import {
  advance,
  advanceUntil,
  attestAccepted,
  enrol,
  type JourneyDeveloper,
  noticesOf,
  onboard,
  standingOf,
  verify,
} from '../people';

/** In a world that has started by the time its tests run. */
export function lateAndCured(startedWorld: () => World): void {
  describe('a developer who attests late, in the days of grace', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let key: string;

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Late Larch', { timeZone: 'America/New_York', country: 'US' });
      key = await onboard(world, developer);
      await advanceUntil(world, developer, 'grace');
    }, 240_000);

    it('keeps a working key, with a warning in the verify answer', async () => {
      const answer = await verify(world, key);
      expect(answer).toMatchObject({ valid: true, code: 'VALID', attestation: { state: 'grace' } });
      expect(answer.attestation?.fixUrl).toContain(developer.id);
    });

    it('is told in the forecast what happens if nothing is done, in order', async () => {
      const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/forecast`);
      const steps = items
        .map((item: { what: string }) => item.what)
        .filter((what: string) => ['app.restricted', 'suspension.opened'].includes(what));
      expect(steps.slice(0, 2)).toEqual(['app.restricted', 'suspension.opened']);
    });

    it('is active again once it attests, keeps its anniversary, and hears no more of it', async () => {
      const before = await world.admin.call('GET', `/v1/developers/${developer.id}`);
      await attestAccepted(world, developer);
      expect(await standingOf(world, developer)).toBe('active');
      const after = await world.admin.call('GET', `/v1/developers/${developer.id}`);
      expect(after.anchorOn).toBe(before.anchorOn);
      expect(after.nextDueOn.slice(4)).toBe(after.anchorOn.slice(4));
      const reminded = (await noticesOf(world, developer)).length;
      await advance(world, developer, 'P45D');
      expect((await noticesOf(world, developer)).length).toBe(reminded);
      expect(await verify(world, key)).toMatchObject({ valid: true });
    }, 240_000);

    afterAll(() => recordHistories(world, 'late-and-cured', developer.id));
  });
}
