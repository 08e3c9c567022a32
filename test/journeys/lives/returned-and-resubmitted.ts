import { attest, checked, fillIn, review, sign } from '../../../main/attest';
import { recordHistories } from '../../support/histories';
import type { World } from '../../support/world';
import { advance, advanceUntil, enrol, type JourneyDeveloper, onboard, standingOf } from '../people';

/** In a world that has started by the time its tests run. */
export function returnedAndResubmitted(startedWorld: () => World): void {
  describe('a developer whose attestation is returned', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let submissionId: string;
    let dueOn: string;

    const plan = async () => (await world.admin.call('GET', `/v1/developers/${developer.id}`)).cycles[0]?.plans[0];

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Returned Reed', { product: 'wechat-mini' });
      await onboard(world, developer);
      await advanceUntil(world, developer, 'due');
      dueOn = (await plan()).dueOn;
      const [submission] = await attest(developer.api, developer.id, { face: true });
      submissionId = submission?.id ?? '';
      await checked(developer.api, developer.id, submissionId);
    }, 240_000);

    it('waits with a stopped clock while the vendor owes an answer', async () => {
      await advance(world, developer, 'P4D');
      expect(await plan()).toMatchObject({ clock: 'stopped', dueOn });
    }, 240_000);

    it('is told which item, why and in whose words, and gets the days back', async () => {
      await review(world.am, submissionId, 'return', ['notice']);
      const mail = await world.inbox.waitFor(developer.email, /items? returned/i);
      expect(mail.text).toContain('Please quote the clause that names the SDK and its vendor.');
      const { clock, dueOn: moved } = await plan();
      expect(clock).toBe('running');
      expect(Date.parse(moved) - Date.parse(dueOn)).toBeGreaterThanOrEqual(4 * 86_400_000);
    }, 240_000);

    it('states the returned item alone again, and passes', async () => {
      const owed = await developer.api.call('GET', `/v1/developers/${developer.id}/requirements`);
      expect(owed.items[0].currentlyDue.map((item: { obligation: string }) => item.obligation)).toEqual(['notice']);
      expect(owed.items[0].errors[0]).toMatchObject({ code: 'clause-missing' });
      const [submission] = await sign(
        developer.api,
        developer.id,
        await fillIn(developer.api, developer.id, { face: true }),
      );
      await checked(developer.api, developer.id, submission?.id ?? '');
      if ((await standingOf(world, developer)) !== 'active') await review(world.am, submission?.id ?? '');
      expect(await standingOf(world, developer)).toBe('active');
    }, 240_000);

    it('cannot be decided by two people at once: the second is told it was', async () => {
      await advanceUntil(world, developer, 'due');
      const [submission] = await attest(developer.api, developer.id, { face: true });
      await checked(developer.api, developer.id, submission?.id ?? '');
      const outcomes = await Promise.allSettled([
        review(world.am, submission?.id ?? ''),
        review(world.lead, submission?.id ?? ''),
      ]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.length).toBeLessThanOrEqual(1);
      for (const outcome of refused) expect(outcome.reason).toMatchObject({ code: 'requirement.already-decided' });
      expect(await standingOf(world, developer)).toBe('active');
    }, 240_000);

    afterAll(() => recordHistories(world, 'returned-and-resubmitted', developer.id));
  });
}
