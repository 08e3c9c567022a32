import type { ApiClient } from '../../../main/api-client';
import { recordHistories } from '../../support/histories';
import { until } from '../../support/until';
import type { World } from '../../support/world';
import {
  advance,
  advanceUntil,
  enrol,
  type JourneyDeveloper,
  mailsTo,
  noticesOf,
  onboard,
  standingOf,
  verify,
} from '../people';

const reason = 'Nobody answered the formal notice, the final notice or two calls.';

/** In a world that has started by the time its tests run. */
export function termination(startedWorld: () => World): void {
  describe('a developer who never comes back', () => {
    let world: World;
    let legal: ApiClient;
    let developer: JourneyDeveloper;
    let key: string;
    let path: string;

    const termination = () => world.lead.call('GET', path);
    const confirm = (as: ApiClient) =>
      as.call('POST', `${path}/confirm`).catch((refusal: { code: string; details?: object }) => refusal);

    beforeAll(async () => {
      world = startedWorld();
      legal = await world.signIn('legal@vendor.example');
      developer = await enrol(world, 'Silent Harbour');
      key = await onboard(world, developer);
      await advanceUntil(world, developer, 'suspended');
    }, 600_000);

    it('is given the termination notice, which says why and not before when', async () => {
      const announced = await world.lead.call('POST', `/v1/developers/${developer.id}/terminations`, {
        kind: 'revocation',
        appId: developer.appId,
        reason,
      });
      path = `/v1/terminations/${announced.id}`;
      const mail = await world.inbox.waitFor(developer.email, /^Termination notice/);
      expect(mail.text).toContain(reason);
      expect(mail.text).toContain('REVOKED');
      await advance(world, developer, 'P1D');
      expect((await termination()).notBeforeAt).toEqual(expect.any(String));
      expect(await standingOf(world, developer)).toBe('suspended');
      await waitsToAttend();
    }, 240_000);

    it('cannot be revoked before that, nor by who announced it', async () => {
      const { notBeforeAt } = await termination();
      expect(await confirm(legal)).toMatchObject({ code: 'termination.too-early' });
      await advance(world, developer, 'P70D');
      const { now } = await world.admin.call('GET', `/v1/developers/${developer.id}`);
      expect(Date.parse(now)).toBeGreaterThan(Date.parse(notBeforeAt));
      expect(await standingOf(world, developer)).toBe('suspended');
      const { items } = await world.lead.call('GET', `/v1/tasks?developerId=${developer.id}&kind=termination`);
      expect(items).toMatchObject([{ assignee: 'lead' }]);
      expect(await confirm(world.lead)).toMatchObject({ code: 'termination.same-person' });
    }, 240_000);

    it('is revoked by a second person, and the key answers REVOKED for good', async () => {
      expect(await confirm(legal)).toMatchObject({ state: 'executed' });
      expect(await standingOfApp()).toBe('revoked');
      expect(await verify(world, key)).toMatchObject({ valid: false, code: 'REVOKED' });
      const mail = await world.inbox.waitFor(developer.email, /^Revoked for good/);
      expect(mail.text).toContain(reason);
      await advance(world, developer, 'P30D');
      expect(await standingOfApp()).toBe('revoked');
      expect(await verify(world, key)).toMatchObject({ code: 'REVOKED' });
    }, 240_000);

    it('got each notice once, in their order', async () => {
      const notices = await noticesOf(world, developer);
      expect(notices.slice(-3)).toEqual(['suspended', 'termination-notice', 'revoked']);
      const subjects = await mailsTo(world, developer.email);
      expect(subjects.filter((subject) => /^(Termination notice|Revoked)/.test(subject))).toHaveLength(2);
    });

    /** Its workflow was told of the day on which somebody has to decide. */
    async function waitsToAttend(): Promise<void> {
      await until('the workflow waits for that day', async () => {
        const { nextWakeAt, nextWakeFor, alarmAt } = await world.db
          .selectFrom('developers')
          .select(['nextWakeAt', 'nextWakeFor', 'alarmAt'])
          .where('id', '=', developer.id as never)
          .executeTakeFirstOrThrow();
        return nextWakeFor === 'attend-termination' && alarmAt === nextWakeAt;
      });
    }

    async function standingOfApp(): Promise<string> {
      return (await world.admin.call('GET', `/v1/developers/${developer.id}/apps/${developer.appId}`)).standing;
    }

    afterAll(() => recordHistories(world, 'termination', developer.id));
  });
}
