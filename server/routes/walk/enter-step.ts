import { enterStep } from '../../../api/walk';
import { stepsEntered } from '../../../db/queries/drafts';
import { findApp } from '../../../db/queries/evidence';
import { AvowError } from '../../../domain/errors';
import { walkSteps } from '../../../domain/lifecycle/state';
import { notFound } from '../../problems';
import { route } from '../../route';

export const enterStepRoute = route(enterStep, async ({ params, body, actor, deps, eventId }) => {
  const { developerId, appId } = params;
  const app = await findApp(deps.db, developerId, appId);
  if (!app) throw notFound('app');
  if (app.retiredAt !== null)
    throw new AvowError('app.retired', 'This app is retired; nothing is asked of it any more.');
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'walk.advanced', actor, appId, step: body.step });
  const plans = await stepsEntered(deps.db, developerId, appId);
  const entered = new Set(plans.flatMap((plan) => plan.walkSteps));
  return {
    appId,
    step: plans.find((plan) => plan.walkStep !== null)?.walkStep ?? body.step,
    steps: walkSteps.filter((step) => entered.has(step)),
  };
});
