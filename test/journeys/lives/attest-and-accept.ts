import { attest, checked, review } from '../../../main/attest';
import type { World } from '../../support/world';
import { enrol, type JourneyDeveloper, standingOf, verify } from '../people';

/** In a world that has started by the time its tests run. */
export function attestAndAccept(startedWorld: () => World): void {
  describe('a new developer, from the invitation to a live key', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let submissionId: string;

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'First Light');
    }, 240_000);

    it('is invited by mail, with the day by which to attest and a calendar entry', async () => {
      const mail = await world.inbox.waitFor(developer.email, /attest/i);
      expect(mail.text).toContain('Special Instructions');
      expect(mail).toMatchObject({
        attachments: [expect.objectContaining({ filename: expect.stringMatching(/\.ics$/) })],
      });
    });

    it('gets no live key before the first attestation; a test key works at once', async () => {
      const path = `/v1/developers/${developer.id}/apps/${developer.appId}/keys`;
      await expect(developer.api.call('POST', path, { name: 'production', environment: 'live' })).rejects.toMatchObject(
        {
          code: 'app.not-attested',
        },
      );
      const test = await developer.api.call('POST', path, { name: 'trial', environment: 'test' });
      expect(await verify(world, test.secret)).toMatchObject({ valid: true });
    });

    it('attests the four obligations; as the first attestation, it waits for a person', async () => {
      const [submission] = await attest(developer.api, developer.id);
      submissionId = submission?.id ?? '';
      expect(await checked(developer.api, developer.id, submissionId)).toMatchObject({
        state: 'in-review',
        checks: 'green',
      });
      const { items } = await world.am.call('GET', '/v1/reviews?mine=true');
      expect(items.map((item: { submissionId: string }) => item.submissionId)).toContain(submissionId);
    }, 240_000);

    it('is accepted by the account manager, and then a live key can be issued and verifies', async () => {
      await review(world.am, submissionId);
      expect(await standingOf(world, developer)).toBe('active');
      const key = await developer.api.call('POST', `/v1/developers/${developer.id}/apps/${developer.appId}/keys`, {
        name: 'production',
        environment: 'live',
      });
      expect(await verify(world, key.secret)).toMatchObject({ valid: true, code: 'VALID' });
      await world.inbox.waitFor(developer.email, /accepted/i);
    }, 240_000);
  });
}
