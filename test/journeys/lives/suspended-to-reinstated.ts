import { recordHistories } from '../../support/histories';
import type { World } from '../../support/world';
import {
  advance,
  advanceUntil,
  attestAccepted,
  enrol,
  type JourneyDeveloper,
  mailsTo,
  noticesOf,
  onboard,
  standingOf,
  verify,
} from '../people';

/** In a world that has started by the time its tests run. */
export function suspendedToReinstated(startedWorld: () => World): void {
  describe('a developer who does nothing for a year', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let key: string;

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Quiet Harbour');
      key = await onboard(world, developer);
    }, 240_000);

    it('has a live key that works after the first attestation was accepted', async () => {
      expect(await verify(world, key)).toMatchObject({ valid: true, code: 'VALID' });
      expect(await standingOf(world, developer)).toBe('active');
    });

    it('is reminded, then warned formally, restricted, warned a last time and suspended', async () => {
      await advanceUntil(world, developer, 'suspended');
      const notices = await noticesOf(world, developer);
      expect(notices.filter((template) => template !== 'reminder')).toEqual([
        'invitation',
        'accepted',
        'formal-notice',
        'restricted',
        'final-notice',
        'suspended',
      ]);
      expect(notices.filter((template) => template === 'reminder').length).toBeGreaterThanOrEqual(10);
      expect(await verify(world, key)).toMatchObject({ valid: false, code: 'SUSPENDED_OBLIGATION' });
    }, 240_000);

    it('got each mail once', async () => {
      const mails = await world.inbox.list(developer.email);
      expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(mails.length);
      expect((await mailsTo(world, developer.email)).some((subject) => /suspend/i.test(subject))).toBe(true);
    });

    it('attests late and is reinstated by itself; the key works again', async () => {
      await attestAccepted(world, developer);
      expect(await verify(world, key)).toMatchObject({ valid: true });
      expect(await standingOf(world, developer)).toBe('active');
      expect(await noticesOf(world, developer)).toContain('reinstated');
    }, 240_000);

    it('is asked again half a year later, as it lapsed', async () => {
      const { nextDueOn, anchorOn } = await world.admin.call('GET', `/v1/developers/${developer.id}`);
      expect(nextDueOn.slice(5, 7)).not.toBe(anchorOn.slice(5, 7));
      await advance(world, developer, 'P1D');
      expect(await standingOf(world, developer)).toBe('active');
    }, 240_000);

    afterAll(() => recordHistories(world, 'suspended-and-reinstated', developer.id));
  });
}
