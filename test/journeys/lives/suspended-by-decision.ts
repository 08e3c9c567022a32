import { recordHistories } from '../../support/histories';
import type { World } from '../../support/world';
import { enrol, type JourneyDeveloper, noticesOf, onboard, standingOf, verify } from '../people';

const reason = 'The SDK answers from an app that is not registered here.';

/** In a world that has started by the time its tests run. */
export function suspendedByDecision(startedWorld: () => World): void {
  describe('an app that two people suspend at once', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let key: string;
    let path: string;

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Lent Harbour');
      key = await onboard(world, developer);
      path = `/v1/developers/${developer.id}`;
    }, 600_000);

    it('keeps its keys until the second person confirms', async () => {
      const request = await world.am.call('POST', `${path}/suspension-requests`, {
        appId: developer.appId,
        class: 'account-manager',
        reason,
        clause: 'Special Instructions 2.1',
      });
      expect(await verify(world, key)).toMatchObject({ valid: true });
      await world.lead.call('POST', `/v1/suspension-requests/${request.id}/confirm`);
      expect(await verify(world, key)).toMatchObject({ valid: false, code: 'SUSPENDED_OTHER' });
      expect(await standingOf(world, developer)).toBe('suspended');
    }, 240_000);

    it('is told the reasons, word for word, and finds them in the portal', async () => {
      const mail = await world.inbox.waitFor(developer.email, /^Suspended by decision/);
      expect(mail.text).toContain(reason);
      expect(mail.text).toContain('Special Instructions 2.1');
      const { items } = await developer.api.call('GET', `${path}/suspensions`);
      expect(items).toMatchObject([{ class: 'account-manager', reason, liftedAt: null }]);
      const requests = await developer.api.call('GET', `${path}/suspension-requests`);
      expect(requests.items).toMatchObject([{ state: 'confirmed', requestedBy: null, decidedBy: null }]);
    }, 240_000);

    it('comes back when it is lifted, and the developer hears of it', async () => {
      const { items } = await world.am.call('GET', `${path}/suspensions?isOpen=true`);
      await world.am.call('POST', `/v1/suspensions/${items[0].id}/lift`, { reason: 'The app is registered now.' });
      expect(await verify(world, key)).toMatchObject({ valid: true });
      expect(await standingOf(world, developer)).toBe('active');
      const mail = await world.inbox.waitFor(developer.email, /^Restored/);
      expect(mail.text).toContain('The app is registered now.');
      // Reminded is who is enrolled before ten in the morning and has not attested by then.
      expect((await noticesOf(world, developer)).filter((template) => template !== 'reminder')).toEqual([
        'invitation',
        'accepted',
        'suspended-by-decision',
        'suspension-lifted',
      ]);
    }, 240_000);

    afterAll(() => recordHistories(world, 'suspended-by-decision', developer.id));
  });
}
