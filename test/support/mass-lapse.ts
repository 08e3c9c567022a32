import { type Lapsed, liveMassLapse } from '../../main/demo/mass-lapse-past';
import { readSettings } from '../../main/settings';
import type { World } from './world';

/** So many apps whose live keys are to be suspended seconds from now. The worker is stopped meanwhile, and stays so: start it to see them lapse. */
export async function massLapse(world: World, count: number): Promise<Lapsed[]> {
  await world.stopWorker();
  const { personId: admin } = await world.db
    .selectFrom('staff')
    .select('personId')
    .where('role', '=', 'admin')
    .executeTakeFirstOrThrow();
  return liveMassLapse(world.db, readSettings(world.environment), { count, admin, manager: world.amId });
}
