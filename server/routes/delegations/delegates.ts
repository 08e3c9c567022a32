import { addDelegate, removeDelegate } from '../../../api/delegations';
import { addDelegate as add, removeDelegate as remove } from '../../../db/workspace/delegates';
import { lockInForce } from '../../../db/workspace/delegations';
import { notFound } from '../../problems';
import { route } from '../../route';
import { viewOfDelegation } from './view';

export const addDelegateRoute = route(addDelegate, async ({ params, body, actor, deps, now, newId }) => {
  const { developerId, delegationId } = params;
  const personId = newId('per');
  await deps.db.transaction().execute(async (transaction) => {
    if (!(await lockInForce(transaction, developerId, delegationId, now))) throw notFound('delegation');
    await add(transaction, { developerId, delegationId }, { ...body, personId }, actor, now);
  });
  return viewOfDelegation(deps.db, developerId, delegationId, now);
});

export const removeDelegateRoute = route(removeDelegate, async ({ params, actor, deps, now }) => {
  const { developerId, delegationId, personId } = params;
  if (!(await remove(deps.db, { developerId, delegationId }, personId, actor, now))) throw notFound('delegate');
});
