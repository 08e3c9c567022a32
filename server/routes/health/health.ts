import { sql } from 'kysely';
import { getLiveness, getReadiness } from '../../../api/health';
import { route } from '../../route';

export const livenessRoute = route(getLiveness, async () => ({ isAlive: true as const }));

export const readinessRoute = route(getReadiness, async ({ deps }) => {
  await sql`select 1`.execute(deps.db);
  return { isReady: true as const };
});
