import { createHash, randomBytes } from 'node:crypto';
import { recordHistories } from '../../support/histories';
import { until } from '../../support/until';
import type { World } from '../../support/world';
import { advance, enrol, type JourneyDeveloper, standingOf, verify } from '../people';

/** In a world that has started by the time its tests run. */
export function bouncedContact(startedWorld: () => World): void {
  describe('a developer whom no mail reaches', () => {
    let world: World;
    let developer: JourneyDeveloper;
    const key = `old-${randomBytes(16).toString('hex')}`;

    beforeAll(async () => {
      world = startedWorld();
      const tag = randomBytes(4).toString('hex');
      developer = await enrol(world, 'Bounced Birch', {
        email: `bounce-${tag}@developer.example`,
        backupEmail: `bounce-backup-${tag}@developer.example`,
        existingKeys: [
          {
            keyHash: createHash('sha256').update(key).digest('hex'),
            name: 'production',
            prefix: 'old-',
            lastFour: key.slice(-4),
          },
        ],
      });
    }, 240_000);

    const invitation = async () =>
      (await world.admin.call('GET', `/v1/developers/${developer.id}/notices?template=invitation`)).items[0];

    it('becomes a task of the account manager the same day', async () => {
      await until('it bounced', async () => (await invitation()).state === 'bounced');
      expect(await invitation()).toMatchObject({ state: 'bounced', opensGate: true });
      await world.inbox.waitFor('am@vendor.example', /deliver|contact|reach/i);
      const { items } = await world.am.call('GET', `/v1/tasks?developerId=${developer.id}`);
      expect(items.map((task: { kind: string }) => task.kind)).toContain('bounced-contact');
    }, 240_000);

    it('is never due, restricted or suspended while nothing was delivered', async () => {
      await advance(world, developer, 'P1Y');
      expect(await standingOf(world, developer)).toBe('due');
      expect(await verify(world, key)).toMatchObject({ valid: true });
    }, 240_000);

    it('counts as reached only when two different people vouch for it', async () => {
      const { items } = await world.admin.call('GET', `/v1/developers/${developer.id}/contacts`);
      const vouch = { channel: 'telephone', spokeWith: items[0].personId, confirmedAt: new Date().toISOString() };
      const path = `/v1/developers/${developer.id}/notices/${(await invitation()).id}/confirmations`;
      await world.am.call('POST', path, vouch);
      await expect(world.am.call('POST', path, vouch)).rejects.toMatchObject({ code: 'notice.same-person' });
      expect((await invitation()).state).toBe('bounced');
      await world.lead.call('POST', path, vouch);
      expect((await invitation()).state).toBe('accepted');
    }, 240_000);

    it('then has a due day, counted from that moment', async () => {
      await advance(world, developer, 'PT1M');
      const { cycles, now } = await world.admin.call('GET', `/v1/developers/${developer.id}`);
      expect(Date.parse(cycles[0].plans[0].dueOn) - Date.parse(now)).toBeGreaterThan(59 * 86_400_000);
    }, 240_000);

    afterAll(() => recordHistories(world, 'bounce', developer.id));
  });
}
