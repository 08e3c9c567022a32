import { setTimeout as sleep } from 'node:timers/promises';
import { historyFigures, recordHistories } from '../../support/histories';
import { until } from '../../support/until';
import type { World } from '../../support/world';
import {
  advanceToNext,
  advanceUntil,
  attestAccepted,
  enrol,
  type JourneyDeveloper,
  noticesOf,
  onboard,
  standingOf,
} from '../people';

/** In a world that has started by the time its tests run. */
export function quietYear(startedWorld: () => World): void {
  describe('a quiet year: attested at the first reminder, accepted by the checks', () => {
    let world: World;
    let developer: JourneyDeveloper;
    /** Longer than a signal waits to be joined by another, and until nothing more is written. */
    async function asleep(): Promise<void> {
      await sleep(7_000);
      let events = -1;
      await until(
        'the workflow sleeps',
        async () => {
          const before = events;
          ({ events } = await historyFigures(world, developer.id));
          return events === before;
        },
        { pollMs: 1_000 },
      );
    }

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Quiet Quay', { timeZone: 'Europe/Berlin', country: 'DE' });
      await onboard(world, developer);
      await advanceUntil(world, developer, 'due');
      await attestAccepted(world, developer);
      await asleep();
    }, 240_000);

    it('costs one reminder, one acceptance and about twenty events', async () => {
      const before = await historyFigures(world, developer.id);
      const told = (await noticesOf(world, developer)).length;
      await advanceUntil(world, developer, 'due');
      // Where the window opens on a day off, the first reminder waits for a working one: a wake-up more.
      let waits = 0;
      for (; !(await noticesOf(world, developer)).slice(told).includes('reminder'); waits += 1)
        await advanceToNext(world, developer);
      expect(waits).toBeLessThanOrEqual(1);
      await attestAccepted(world, developer);
      await asleep();
      const after = await historyFigures(world, developer.id);
      expect(await standingOf(world, developer)).toBe('active');
      expect((await noticesOf(world, developer)).slice(told)).toEqual(['reminder', 'accepted']);
      // Twice where nothing else is done meanwhile; on a busy machine what would be one wake-up comes as two: the submission and its
      // answer, a moved time and the step that it brings.
      const wakes = after.wakes - before.wakes;
      expect(wakes).toBeLessThanOrEqual(5 + 2 * waits);
      expect(after.events - before.events).toBeLessThanOrEqual(10 + 8 * wakes);
      expect(after.sleeping).toBeLessThanOrEqual(15);
      await recordHistories(world, 'quiet-year', developer.id);
    }, 240_000);
  });
}
