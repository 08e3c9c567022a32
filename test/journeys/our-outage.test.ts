import { sql } from 'kysely';
import { until } from '../support/until';
import { startWorld, type World } from '../support/world';
import {
  advance,
  advanceToNext,
  advanceUntil,
  enrol,
  type JourneyDeveloper,
  noticesOf,
  onboard,
  standingOf,
  verify,
} from './people';

describe('two days of our own outage', () => {
  let world: World;
  const developers: Record<'deadline' | 'slot', JourneyDeveloper | null> = { deadline: null, slot: null };
  let key: string;

  /** Time passes while nothing of ours runs. */
  const passUnattended = (developer: JourneyDeveloper, ms: number) =>
    sql`insert into developer_offsets (developer_id, offset_ms) values (${developer.id}, ${ms})
      on conflict (developer_id) do update set offset_ms = developer_offsets.offset_ms + ${ms}`.execute(world.db);
  const plan = async (developer: JourneyDeveloper) =>
    (await world.admin.call('GET', `/v1/developers/${developer.id}`)).cycles[0]?.plans[0];
  const view = (developer: JourneyDeveloper) => world.admin.call('GET', `/v1/developers/${developer.id}`);
  const day = 86_400_000;

  beforeAll(async () => {
    world = await startWorld();
    developers.deadline = await enrol(world, 'Across Deadline');
    developers.slot = await enrol(world, 'Across Slot');
    await onboard(world, developers.deadline);
    key = await onboard(world, developers.slot);
  }, 240_000);

  it('across a deadline: the formal notice goes out once, late, and what it announces moves', async () => {
    const developer = developers.deadline as JourneyDeveloper;
    await advanceUntil(world, developer, 'due');
    const { dueAt, restrictsNotBeforeAt } = await plan(developer);
    const { now } = await view(developer);
    await advance(world, developer, `P${Math.floor((Date.parse(dueAt) - Date.parse(now)) / day)}D`);
    await world.stopWorker();
    await passUnattended(developer, 2 * day);
    await world.startWorker();
    await until('it is warned formally', async () => (await noticesOf(world, developer)).includes('formal-notice'));
    expect(await standingOf(world, developer)).toBe('grace');
    expect((await noticesOf(world, developer)).filter((template) => template === 'formal-notice')).toHaveLength(1);
    expect(Date.parse((await plan(developer)).restrictsNotBeforeAt)).toBeGreaterThan(Date.parse(restrictsNotBeforeAt));
    await world.inbox.waitFor(developer.email, /formal notice/i);
  }, 240_000);

  it('across an enforcement slot: nobody is suspended late; the step is planned anew with fresh notices', async () => {
    const developer = developers.slot as JourneyDeveloper;
    await advanceUntil(world, developer, 'restricted');
    for (let steps = 0; steps < 10 && (await view(developer)).nextStep?.what !== 'suspend'; steps += 1) {
      await advanceToNext(world, developer);
    }
    const { nextStep, now } = await view(developer);
    expect(nextStep.what).toBe('suspend');
    await world.stopWorker();
    await passUnattended(developer, Date.parse(nextStep.at) - Date.parse(now) + 2 * day);
    await world.startWorker();
    await until(
      'it is warned formally anew',
      async () => (await noticesOf(world, developer)).filter((template) => template === 'formal-notice').length === 2,
    );
    expect(await standingOf(world, developer)).toBe('restricted');
    expect(await verify(world, key)).toMatchObject({ valid: true });
    const { suspendsNotBeforeAt } = await plan(developer);
    expect(Date.parse(suspendsNotBeforeAt) - Date.parse((await view(developer)).now)).toBeGreaterThan(13 * day);
  }, 240_000);

  it('and the step happens in the end, once, after both fresh notices', async () => {
    const developer = developers.slot as JourneyDeveloper;
    await advanceUntil(world, developer, 'suspended');
    expect(await verify(world, key)).toMatchObject({ valid: false, code: 'SUSPENDED_OBLIGATION' });
    const templates = await noticesOf(world, developer);
    expect(templates.filter((template) => template === 'final-notice')).toHaveLength(2);
    expect(templates.filter((template) => template === 'suspended')).toHaveLength(1);
  }, 240_000);
});
