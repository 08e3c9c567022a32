import { acknowledgeAppeal, decideAppeal } from '../../../api/appeals';
import { AvowError } from '../../../domain/errors';
import { belongsTo } from '../../caller';
import { route } from '../../route';
import { appealOr404, appealViewOf } from './view';

export const acknowledgeAppealRoute = route(acknowledgeAppeal, async ({ params, body, actor, deps, now, eventId }) => {
  const { appealId } = params;
  const { developerId } = await appealOr404(deps.db, appealId, now);
  const { words } = body;
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'appeal.acknowledged', actor, appealId, words });
  return appealViewOf(await appealOr404(deps.db, appealId, now));
});

export const decideAppealRoute = route(decideAppeal, async ({ params, body, caller, actor, deps, now, eventId }) => {
  const { appealId } = params;
  const { developerId } = await appealOr404(deps.db, appealId, now);
  if (belongsTo(caller, developerId))
    throw new AvowError('appeal.same-person', 'You are one of this developer’s people. Leave it to a colleague.');
  const { outcome, words } = body;
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'appeal.decided', actor, appealId, outcome, words });
  return appealViewOf(await appealOr404(deps.db, appealId, now));
});
