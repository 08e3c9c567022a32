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
export function appealUpheld(startedWorld: () => World): void {
  describe('a developer who was suspended wrongly', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let key: string;
    let appealId: string;

    const tasks = async (kind: string) =>
      (await world.lead.call('GET', `/v1/tasks?developerId=${developer.id}&kind=${kind}`)).items;

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Appealing Aspen');
      key = await onboard(world, developer);
      await advanceUntil(world, developer, 'suspended');
    }, 240_000);

    it('is told by mail until which day it can appeal, and finds there what it can appeal against', async () => {
      expect(await verify(world, key)).toMatchObject({ valid: false, code: 'SUSPENDED_OBLIGATION' });
      const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/appealable`);
      const suspension = items.find((item: { against: string }) => item.against === 'suspension');
      const { text } = await world.inbox.waitFor(developer.email, /^Suspended/);
      const [year, month, day] = suspension.untilOn.split('-').map(Number);
      const spelled = new Date(Date.UTC(year, month - 1, day)).toLocaleString('en-GB', {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      });
      expect(text).toContain(spelled);
      const appeal = await developer.api.call('POST', `/v1/developers/${developer.id}/appeals`, {
        against: 'suspension',
        subject: suspension.subject,
        words: 'Both notices named an app that is not ours.',
      });
      appealId = appeal.id;
      await world.inbox.waitFor(developer.email, /Appeal received/);
    }, 240_000);

    it('is heard by the lead when the first answer is late, and what has not happened waits', async () => {
      await advance(world, developer, 'P6D');
      expect(await tasks('appeal-late')).toHaveLength(1);
      await world.am.call('POST', `/v1/appeals/${appealId}/acknowledge`, { words: 'Ann Lin compares the notices.' });
      await world.inbox.waitFor(developer.email, /appeal is being looked into/);
      const { cycles } = await world.admin.call('GET', `/v1/developers/${developer.id}`);
      expect(cycles[0].plans[0]).toMatchObject({ clock: 'stopped', stoppedBy: 'appeal' });
      expect(await standingOf(world, developer)).toBe('suspended');
    }, 240_000);

    it('is right, and its keys work again at once', async () => {
      await world.lead.call('POST', `/v1/appeals/${appealId}/decision`, {
        outcome: 'uphold',
        words: 'The notices named another app. We are sorry.',
      });
      expect(await verify(world, key)).toMatchObject({ valid: true });
      expect(await standingOf(world, developer)).toBe('grace');
      await world.inbox.waitFor(developer.email, /Appeal upheld/);
      expect(await tasks('appeal-late')).toEqual([]);
    }, 240_000);

    it('leaves a record of how long it was dark', async () => {
      const { items, totals } = await world.lead.call('GET', `/v1/wrongful-enforcements?developerId=${developer.id}`);
      expect(items).toMatchObject([{ appealId, against: 'suspension' }]);
      expect(items[0].timeToRestoreMs).toBeGreaterThanOrEqual(6 * 86_400_000);
      expect(totals.count).toBe(1);
    });

    it('is warned anew before anything more happens, and attests', async () => {
      await advanceUntil(world, developer, 'restricted');
      expect((await noticesOf(world, developer)).filter((template) => template === 'formal-notice')).toHaveLength(2);
      await attestAccepted(world, developer);
      expect(await standingOf(world, developer)).toBe('active');
      expect(await verify(world, key)).toMatchObject({ valid: true });
      // It counts as no lapse: the next attestation is due in a year.
      const { nextDueOn, anchorOn } = await world.admin.call('GET', `/v1/developers/${developer.id}`);
      expect(nextDueOn.slice(4)).toBe(anchorOn.slice(4));
    }, 240_000);

    afterAll(() => recordHistories(world, 'appeal', developer.id));
  });
}
