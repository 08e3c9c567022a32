import { randomBytes } from 'node:crypto';
import type { ApiClient } from '../../../main/api-client';
import { checked, fillIn, review, sign } from '../../../main/attest';
import type { World } from '../../support/world';
import { enrol, type JourneyDeveloper, standingOf, verify } from '../people';

const day = 24 * 3_600_000;
const pdf = Buffer.from('%PDF-1.7\nA mandate, made up.\n');

/** In a world that has started by the time its tests run. */
export function delegation(startedWorld: () => World): void {
  describe('an agency that acts for a developer, from the invitation to the end', () => {
    let world: World;
    let developer: JourneyDeveloper;
    let path: string;
    let delegationId: string;
    let agency: ApiClient;
    const email = `ann-${randomBytes(4).toString('hex')}@agency.example`;
    const endsOn = new Date(Date.now() + 90 * day).toISOString().slice(0, 10);

    beforeAll(async () => {
      world = startedWorld();
      developer = await enrol(world, 'Second Hand');
    }, 240_000);

    it('is let in for drafting, signing and keys until a day, and its person is invited by mail', async () => {
      const granted = await developer.api.call('POST', `/v1/developers/${developer.id}/delegations`, {
        agencyName: 'Clear Words Agency',
        scopes: ['draft', 'sign', 'keys'],
        endsOn,
        delegates: [{ name: 'Ann Lee', email, language: 'zh-CN' }],
      });
      delegationId = granted.id;
      path = `/v1/developers/${developer.id}/delegations/${delegationId}`;
      const mail = await world.inbox.waitFor(email, /代表/);
      expect(mail.text).toContain('Clear Words Agency');
      expect(mail.text).toContain(developer.name);
      const token = /[?&]token=([A-Za-z0-9_-]{43})/.exec(mail.text)?.[1];
      const session = await world.api.call('POST', '/v1/sessions', { token });
      expect(session).toMatchObject({
        memberships: [],
        delegations: [{ developerId: developer.id, endsOn, hasMandate: false }],
      });
      agency = world.api.as(session.sessionToken);
    }, 120_000);

    it('drafts everything, and cannot sign it before the mandate is there', async () => {
      const appIds = await fillIn(agency, developer.id);
      expect(appIds).toEqual([developer.appId]);
      await expect(sign(agency, developer.id, appIds)).rejects.toMatchObject({ code: 'delegation.mandate-missing' });
    });

    it('signs under the mandate, in words that say so; it is accepted and the key works', async () => {
      const file = { 'content-type': 'application/pdf' };
      await developer.api.call('POST', `${path}/mandate`, pdf, file);
      const [submission] = await sign(agency, developer.id, [developer.appId]);
      const { state } = await checked(agency, developer.id, submission?.id ?? '');
      expect(state).toBe('in-review');
      await review(world.am, submission?.id ?? '');
      expect(await standingOf(world, developer)).toBe('active');
      await world.inbox.waitFor(developer.email, /accepted/i);
      const { receipt } = await agency.call('GET', `/v1/developers/${developer.id}/submissions/${submission?.id}`);
      expect(receipt).toMatchObject({ delegationId });
      expect(receipt.words).toContain(`on behalf of ${developer.name}`);
      const keys = `/v1/developers/${developer.id}/apps/${developer.appId}/keys`;
      const key = await agency.call('POST', keys, { name: 'production', environment: 'live' });
      expect(await verify(world, key.secret)).toMatchObject({ valid: true, code: 'VALID' });
    }, 240_000);

    it('gets none of the developer’s mails', async () => {
      expect((await world.inbox.list(email)).length).toBe(1);
    });

    it('is a stranger after the end, and asks for a link in vain; what it signed stays', async () => {
      await developer.api.call('POST', `${path}/revoke`, { reason: 'The contract with the agency has ended.' });
      for (const there of ['', '/apps', '/requirements', '/signing', '/keys', `/delegations/${delegationId}`])
        await expect(agency.call('GET', `/v1/developers/${developer.id}${there}`)).rejects.toMatchObject({
          status: 404,
        });
      await expect(agency.call('GET', '/v1/developers')).rejects.toMatchObject({ status: 403 });
      await expect(agency.call('GET', '/v1/session')).rejects.toMatchObject({ status: 403 });
      const askedAt = Date.now() - 1;
      await world.api.call('POST', '/v1/sign-in-links', { email });
      // A link that is asked for afterwards, and comes: the other had its time.
      await world.api.call('POST', '/v1/sign-in-links', { email: developer.email });
      await world.inbox.waitFor(developer.email, /sign-in/i, askedAt);
      expect((await world.inbox.list(email)).length).toBe(1);
      const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/submissions`);
      expect(items).toMatchObject([{ state: 'accepted' }]);
      expect(await standingOf(world, developer)).toBe('active');
    }, 120_000);
  });
}
