import { recordHistories } from '../../support/histories';
import type { World } from '../../support/world';
import {
  advance,
  advanceUntil,
  attestAccepted,
  enrol,
  type JourneyDeveloper,
  onboard,
  standingOf,
  verify,
} from '../people';

/** In a world that has started by the time its tests run. */
export function extension(startedWorld: () => World): void {
  describe('a developer who asks for time', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let key: string;
    let dueOn: string;
    let untilOn: string;
    let extensionId: string;

    const plan = async () => (await world.admin.call('GET', `/v1/developers/${developer.id}`)).cycles[0]?.plans[0];
    const later = (day: string, days: number) =>
      new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
    const ask = (day: string) =>
      developer.api.call('POST', `/v1/developers/${developer.id}/extensions`, {
        untilOn: day,
        plan: 'With the next release.',
      });

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Extended Elm');
      key = await onboard(world, developer);
      await advanceUntil(world, developer, 'due');
      await advance(world, developer, 'P50D');
      dueOn = (await plan()).dueOn;
      untilOn = later(dueOn, 25);
    }, 240_000);

    it('is refused more than thirty days, and told the latest day', async () => {
      await expect(ask(later(dueOn, 31))).rejects.toMatchObject({
        code: 'extension.too-long',
        problem: { detail: expect.stringContaining(later(dueOn, 30)) },
      });
    });

    it('has a stopped clock while the answer is owed', async () => {
      extensionId = (await ask(untilOn)).id;
      expect(await plan()).toMatchObject({ clock: 'stopped', stoppedBy: 'extension' });
    });

    it('cannot ask twice in a cycle', async () => {
      await expect(ask(untilOn)).rejects.toMatchObject({ code: 'extension.already-used' });
    });

    it('is granted it by an account manager and due on the new day', async () => {
      await world.am.call('POST', `/v1/extensions/${extensionId}/decision`, {
        outcome: 'grant',
        reason: 'A sound plan.',
      });
      expect(await plan()).toMatchObject({ clock: 'running', dueOn: untilOn });
      await world.inbox.waitFor(developer.email, /extension|more time|until/i);
    }, 240_000);

    it('is still in time on that day, and its anniversary has not moved', async () => {
      await advance(world, developer, 'P30D');
      expect(await standingOf(world, developer)).toBe('due');
      await attestAccepted(world, developer);
      const { nextDueOn, anchorOn } = await world.admin.call('GET', `/v1/developers/${developer.id}`);
      expect(nextDueOn.slice(4)).toBe(anchorOn.slice(4));
      expect(await verify(world, key)).toMatchObject({ valid: true });
    }, 240_000);

    afterAll(() => recordHistories(world, 'extension', developer.id));
  });
}
