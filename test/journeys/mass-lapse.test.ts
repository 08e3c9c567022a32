import { waitingIn } from '../../main/demo/mass-lapse-figures';
import type { Lapsed } from '../../main/demo/mass-lapse-past';
import { type MassLapseFigures, playMassLapse } from '../../main/demo/mass-lapse-play';
import { recordHistories } from '../support/histories';
import { massLapse } from '../support/mass-lapse';
import { startWorld, type World } from '../support/world';
import { verify } from './people';

/** A small crowd shows what a large one does; `AVOW_LAPSED=1000` asks for that one, and takes its minutes. */
const count = Number(process.env.AVOW_LAPSED ?? 100);

describe(`a mass lapse of ${count} apps`, () => {
  let world: World;
  let lapsed: Lapsed[];
  let figures: MassLapseFigures;

  beforeAll(async () => {
    world = await startWorld();
    lapsed = await massLapse(world, count);
    await world.startWorker();
    figures = await playMassLapse({ ...world, lapsed: lapsed.length, tell: () => undefined });
  }, 1_800_000);

  it('stops at the budget, alerts the lead once, and is released by a second person, each step once', () => {
    expect(figures).toEqual({
      lapsed: count,
      suspendedBeforeRelease: 10,
      budget: 10,
      alerts: 1,
      suspendedAfterRelease: count,
      doubled: 0,
    });
  });

  it('spent the budget and no more: what was released is told by the release', async () => {
    const spends = await world.db.selectFrom('enforcementSpends').select('id').where('step', '=', 'suspend').execute();
    expect(spends).toHaveLength(10);
    const { items } = await world.lead.call('GET', '/v1/enforcement/releases?state=confirmed');
    const release = await world.lead.call('GET', `/v1/enforcement/releases/${items[0].id}`);
    expect(release.planCount).toBe(count - 10);
    expect(new Set(release.plans.map((plan: { outcome: string }) => plan.outcome))).toEqual(new Set(['released']));
    expect(await waitingIn(world.db)).toBe(0);
    expect(await world.lead.call('GET', '/v1/enforcement/budget')).toMatchObject({ waiting: 0, alertedAt: null });
  });

  it('told the lead in the inbox what to do, and darkened the keys', async () => {
    const alert = await world.inbox.waitFor('lead@vendor.example', /budget is spent/i);
    expect(alert.text).toContain('Another lead or admin confirms it');
    for (const one of [lapsed[0], lapsed.at(-1)] as Lapsed[])
      expect(await verify(world, one.key)).toMatchObject({ valid: false, code: 'SUSPENDED_OBLIGATION' });
  });

  // One of those that waited for the release.
  afterAll(() => recordHistories(world, 'released', (lapsed.at(-1) as Lapsed).developerId));
});
