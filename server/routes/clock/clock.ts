import type { z } from 'zod';
import { type clockMove, moveClock, moveDeveloperClock } from '../../../api/clock';
import { iso } from '../../../api/values';
import { AvowError } from '../../../domain/errors';
import type { ServerDeps } from '../../deps';
import { type ClockMove, moveClock as move, refuseRealTime } from '../../embedded/clock';
import { route } from '../../route';

/** One after the other within one request: more would outlast anybody's patience and the connection. */
const mostMovedAtOnce = 100;

export const moveDeveloperClockRoute = route(moveDeveloperClock, async ({ params, body, deps }) =>
  viewOf(
    await move(
      clockOf(deps),
      params.developerId,
      body.advance === undefined ? { to: 'next' } : { advance: body.advance },
    ),
  ),
);

export const moveClockRoute = route(moveClock, async ({ body, deps }) => {
  refuseRealTime(deps.lifecycle);
  const developers = await deps.db
    .selectFrom('developers')
    .select('id')
    .where('offboardedAt', 'is', null)
    .orderBy('id')
    .execute();
  if (developers.length > mostMovedAtOnce) {
    throw new AvowError(
      'request.invalid',
      `There are ${developers.length} developers, and at most ${mostMovedAtOnce} are moved in one request. Move each by /v1/developers/{developerId}/clock.`,
      [{ path: '', message: 'too many developers for one request' }],
    );
  }
  const items: z.output<typeof clockMove>[] = [];
  for (const { id } of developers) items.push(viewOf(await move(clockOf(deps), id, { advance: body.advance })));
  return { items };
});

function clockOf({ db, clock, lifecycle }: ServerDeps) {
  return { db, clock, isEmbedded: lifecycle.isEmbedded };
}

function viewOf({ developerId, from, to, steps }: ClockMove): z.output<typeof clockMove> {
  return {
    developerId,
    from: iso(from),
    to: iso(to),
    steps: steps.map(({ at, decisions }) => ({
      at: iso(at),
      decisions: decisions as z.output<typeof clockMove>['steps'][number]['decisions'],
    })),
  };
}
