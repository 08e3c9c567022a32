import { createHash, randomBytes } from 'node:crypto';
import type { World } from '../../support/world';
import { advance, advanceUntil, attestAccepted, enrol, type JourneyDeveloper, standingOf, verify } from '../people';

/** In a world that has started by the time its tests run. */
export function imported(startedWorld: () => World): void {
  describe('an app that was live before Avow asked', () => {
    let world: World;
    let developer: JourneyDeveloper;
    const key = `old-${randomBytes(16).toString('hex')}`;

    beforeAll(async () => {
      world = startedWorld();
      const keyHash = createHash('sha256').update(key).digest('hex');
      developer = await enrol(world, 'Imported Iris', {
        existingKeys: [{ keyHash, name: 'production', prefix: 'old-', lastFour: key.slice(-4) }],
      });
    }, 240_000);

    it('keeps its working key, and is due', async () => {
      expect(await verify(world, key)).toMatchObject({ valid: true });
      expect(await standingOf(world, developer)).toBe('due');
    });

    it('gets its due day from the delivered invitation: sixty days at least, spread over ninety', async () => {
      await world.inbox.waitFor(developer.email, /attest/i);
      await advance(world, developer, 'PT1M');
      const { cycles, now } = await world.admin.call('GET', `/v1/developers/${developer.id}`);
      const days = (Date.parse(cycles[0].plans[0].dueOn) - Date.parse(now)) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(59);
      expect(days).toBeLessThanOrEqual(151);
    }, 240_000);

    it('is suspended when it never answers, only after both notices, and works again once it attests', async () => {
      await advanceUntil(world, developer, 'suspended');
      expect(await verify(world, key)).toMatchObject({ valid: false, code: 'SUSPENDED_OBLIGATION' });
      await attestAccepted(world, developer);
      // A first attestation: a person has accepted it.
      expect(await verify(world, key)).toMatchObject({ valid: true });
    }, 240_000);
  });
}
