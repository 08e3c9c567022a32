import { attest, checked, review } from '../../../main/attest';
import { recordHistories } from '../../support/histories';
import { until } from '../../support/until';
import type { World } from '../../support/world';
import {
  advance,
  advanceUntil,
  attestAccepted,
  enrol,
  type JourneyDeveloper,
  noticesOf,
  standingOf,
  verify,
} from '../people';

/** In a world that has started by the time its tests run. */
export function exemptionToItsEnd(startedWorld: () => World): void {
  describe('a developer whom a law frees from asking, until it does not', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let key: string;
    let endsOn: string;
    let exemptionId: string;

    const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const exemption = () => developer.api.call('GET', `/v1/exemptions/${exemptionId}`);
    const owed = async () =>
      (await developer.api.call('GET', `/v1/developers/${developer.id}/requirements`)).items[0] as {
        currentlyDue: { obligation: string }[];
        pastDue: { obligation: string }[];
        dueOn: string;
      };

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Exempt Elder');
      endsOn = later(60);
    }, 240_000);

    it('claims an exemption with the attestation, and a person has to look', async () => {
      const claim = {
        statute: 'Personal Data Protection Act 2012, section 17',
        jurisdiction: 'SG',
        reason: 'The First Schedule lets a public agency collect it without consent.',
        endsOn,
      };
      const change = (answers: Record<string, Record<string, unknown>>) => {
        answers.consent = { basis: 'exemption', exemption: claim };
      };
      for (const submission of await attest(developer.api, developer.id, { change })) {
        expect((await checked(developer.api, developer.id, submission.id)).state).toBe('in-review');
        await review(world.am, submission.id);
      }
      const { items } = await world.lead.call('GET', `/v1/exemptions?developerId=${developer.id}`);
      expect(items).toMatchObject([{ state: 'granted', endsOn, decidedBy: world.amId, jurisdiction: 'SG' }]);
      exemptionId = items[0].id;
      await world.inbox.waitFor(developer.email, /exemption granted until/i);
      const issued = await developer.api.call('POST', `/v1/developers/${developer.id}/apps/${developer.appId}/keys`, {
        name: 'production',
        environment: 'live',
      });
      key = issued.secret;
    }, 240_000);

    it('is told thirty days before it ends', async () => {
      await advance(world, developer, 'P40D');
      await world.inbox.waitFor(developer.email, /your legal exemption ends on/i);
      expect(await standingOf(world, developer)).toBe('active');
    }, 240_000);

    it('is asked again when it has ended, for that alone, with time to do it', async () => {
      // Up to some seconds before: its own timer ends it, as it would without anybody moving time.
      const { endsAt } = await exemption();
      const left = Date.parse(endsAt) - (Date.now() + 40 * 86_400_000);
      await advance(world, developer, `PT${Math.floor(left / 1000) - 8}S`);
      await until('the exemption has ended', async () => (await exemption()).state === 'ended');
      await world.inbox.waitFor(developer.email, /your legal exemption has ended/i);
      const { currentlyDue, dueOn } = await owed();
      expect(currentlyDue.map((one) => one.obligation)).toEqual(['consent']);
      expect(Date.parse(dueOn) - Date.parse(endsOn)).toBe(30 * 86_400_000);
      expect(await verify(world, key)).toMatchObject({ valid: true, attestation: { dueOn } });
    }, 240_000);

    it('climbs the ordinary ladder when nothing is stated', async () => {
      await advanceUntil(world, developer, 'suspended');
      expect(await verify(world, key)).toMatchObject({ valid: false, code: 'SUSPENDED_OBLIGATION' });
      expect(await noticesOf(world, developer)).toEqual(
        expect.arrayContaining([
          'exemption-ended',
          'reminder',
          'formal-notice',
          'restricted',
          'final-notice',
          'suspended',
        ]),
      );
    }, 240_000);

    it('states it, and everything works again', async () => {
      await attestAccepted(world, developer);
      expect(await standingOf(world, developer)).toBe('active');
      expect(await verify(world, key)).toMatchObject({ valid: true });
      expect((await owed()).currentlyDue).toEqual([]);
      await world.inbox.waitFor(developer.email, /restored/i);
    }, 240_000);

    afterAll(() => recordHistories(world, 'exemption', developer.id));
  });
}
