import { recordHistories } from '../../support/histories';
import type { World } from '../../support/world';
import { advance, advanceUntil, enrol, type JourneyDeveloper, noticesOf, onboard, standingOf, verify } from '../people';

/** In a world that has started by the time its tests run. */
export function findingSuspended(startedWorld: () => World): void {
  describe('a developer whose attestation is in order and who leaves a finding open', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let key: string;
    let finding: string;

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Silent Spruce');
      key = await onboard(world, developer);
      await advance(world, developer, 'P30D');
      const raised = await world.lead.call('POST', `/v1/developers/${developer.id}/findings`, {
        appId: developer.appId,
        obligation: 'rights',
        clause: '3.4',
        facts: 'Deleting an account needs a letter.',
        evidence: ['https://studio.example/delete'],
      });
      finding = raised.id;
    }, 240_000);

    it('is restricted, warned a last time and suspended, for the finding and for nothing else', async () => {
      await advanceUntil(world, developer, 'suspended');
      expect((await noticesOf(world, developer)).filter((template) => template !== 'reminder')).toEqual([
        'invitation',
        'accepted',
        'finding-notice',
        'restricted',
        'final-notice',
        'suspended',
      ]);
      expect(await verify(world, key)).toMatchObject({
        valid: false,
        code: 'SUSPENDED_FINDING',
        reason: expect.stringContaining('finding'),
      });
      const rows = await world.db
        .selectFrom('suspensions')
        .select(['class', 'liftedAt'])
        .where('developerId', '=', developer.id as never)
        .execute();
      expect(rows).toEqual([{ class: 'finding', liftedAt: null }]);
    }, 240_000);

    it('got mails that speak of the finding, each once', async () => {
      for (const subject of [/Restricted for a finding/, /Final notice.*for a finding/, /Suspended for a finding/]) {
        const mail = await world.inbox.waitFor(developer.email, subject);
        expect(mail.text).toContain('Deleting an account needs a letter.');
        expect(mail.text).toContain('3.4');
      }
      const mails = await world.inbox.list(developer.email);
      expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(mails.length);
    }, 240_000);

    it('has nothing to attest', async () => {
      const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/requirements`);
      expect(items[0]).toMatchObject({
        currentlyDue: [],
        pastDue: [],
        disabledReason: 'suspended-finding',
        findings: [{ findingId: finding, state: 'open' }],
      });
    });

    it('cures it after all, and the key works again', async () => {
      await developer.api.call('POST', `/v1/findings/${finding}/answer`, { answer: 'A button does it now.' });
      await world.am.call('POST', `/v1/findings/${finding}/decision`, { outcome: 'cured', reason: 'It does.' });
      expect(await verify(world, key)).toMatchObject({ valid: true, code: 'VALID' });
      expect(await standingOf(world, developer)).toBe('active');
      const mail = await world.inbox.waitFor(developer.email, /Cured: the finding/);
      expect(mail.text).toContain('they work again');
      await advance(world, developer, 'P1D');
      expect(await standingOf(world, developer)).toBe('active');
    }, 240_000);

    afterAll(() => recordHistories(world, 'finding-suspended', developer.id));
  });
}
