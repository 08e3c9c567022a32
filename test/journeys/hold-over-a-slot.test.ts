import { recordHistories } from '../support/histories';
import { until } from '../support/until';
import { startWorld, type World } from '../support/world';
import {
  advance,
  advanceToNext,
  advanceUntil,
  enrol,
  type JourneyDeveloper,
  mailsTo,
  noticesOf,
  onboard,
  standingOf,
  verify,
} from './people';

describe('a hold over a slot', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let key: string;
  let holdId: string;

  const view = () => world.admin.call('GET', `/v1/developers/${developer.id}`);
  const plan = async () => (await view()).cycles[0]?.plans[0];
  const blocked = async () =>
    (await world.am.call('GET', `/v1/enforcement/blocked?developerId=${developer.id}`)).items as object[];

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Held Harbour');
    key = await onboard(world, developer);
    await advanceUntil(world, developer, 'restricted');
    for (let steps = 0; steps < 10 && (await view()).nextStep?.what !== 'suspend'; steps += 1)
      await advanceToNext(world, developer);
    expect((await view()).nextStep.what).toBe('suspend');
  }, 480_000);

  it('is placed by the account manager, in words', async () => {
    const reason = 'Their signatory is in hospital; we speak with the deputy on Monday.';
    const hold = await world.am.call('POST', '/v1/enforcement/holds', { developerId: developer.id, reason });
    holdId = hold.id;
    const { items } = await world.lead.call('GET', `/v1/enforcement/holds?developerId=${developer.id}`);
    expect(items).toEqual([expect.objectContaining({ id: holdId, reason, placedBy: world.amId })]);
  });

  it('keeps the key alive through the slot and the days after, and says what waits', async () => {
    await advanceToNext(world, developer);
    await until('it is blocked', async () => (await blocked()).length === 1);
    expect(await blocked()).toEqual([expect.objectContaining({ step: 'suspend', blockedBy: 'hold' })]);
    await advance(world, developer, 'P2D');
    expect(await standingOf(world, developer)).toBe('restricted');
    expect((await plan()).blockedBy).toBe('hold');
    expect(await verify(world, key)).toMatchObject({ valid: true });
    expect(await noticesOf(world, developer)).not.toContain('suspended');
  }, 240_000);

  it('is not lifted by the account manager; a lead lifts it and the developer is woken', async () => {
    const reason = { reason: 'The deputy did not call back.' };
    await expect(world.am.call('POST', `/v1/enforcement/holds/${holdId}/lift`, reason)).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    await world.lead.call('POST', `/v1/enforcement/holds/${holdId}/lift`, reason);
    await until('nothing is blocked', async () => (await blocked()).length === 0);
  }, 240_000);

  it('was no outage: the suspension comes in a later slot, once, by notices that are fresh', async () => {
    await advanceUntil(world, developer, 'suspended');
    expect(await verify(world, key)).toMatchObject({ valid: false, code: 'SUSPENDED_OBLIGATION' });
    const templates = await noticesOf(world, developer);
    expect(templates.filter((template) => template === 'suspended')).toHaveLength(1);
    expect(templates.filter((template) => template === 'formal-notice')).toHaveLength(1);
    const decisions = await world.db
      .selectFrom('auditEntries')
      .select('decision')
      .where('developerId', '=', developer.id as never)
      .where('decision', 'in', ['plan.blocked', 'plan.unblocked', 'plan.missed', 'suspension.opened'])
      .orderBy('seq')
      .execute();
    expect(decisions.map((entry) => entry.decision)).toEqual(['plan.blocked', 'plan.unblocked', 'suspension.opened']);
    const mails = await mailsTo(world, developer.email);
    expect(mails.filter((subject) => /suspended/i.test(subject)).length).toBeGreaterThanOrEqual(1);
  }, 480_000);

  afterAll(() => recordHistories(world, 'hold', developer.id));
});
