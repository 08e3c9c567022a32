import { acknowledgeAppeal, decideAppeal } from '../../../api/appeals';
import { refuseOwnPeople } from '../../own-people';
import { route } from '../../route';
import { appealOr404, appealViewOf } from './view';

export const acknowledgeAppealRoute = route(
  acknowledgeAppeal,
  async ({ params, body, caller, actor, deps, now, eventId }) => {
    const { appealId } = params;
    const { developerId } = await appealOr404(deps.db, appealId, now);
    await refuseOwnPeople(deps.db, caller, developerId, 'appeal.same-person');
    const { words } = body;
    await deps.lifecycle.transact(developerId, { id: eventId, type: 'appeal.acknowledged', actor, appealId, words });
    return appealViewOf(await appealOr404(deps.db, appealId, now));
  },
);

export const decideAppealRoute = route(decideAppeal, async ({ params, body, caller, actor, deps, now, eventId }) => {
  const { appealId } = params;
  const { developerId } = await appealOr404(deps.db, appealId, now);
  await refuseOwnPeople(deps.db, caller, developerId, 'appeal.same-person');
  const { outcome, words } = body;
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'appeal.decided', actor, appealId, outcome, words });
  return appealViewOf(await appealOr404(deps.db, appealId, now));
});
