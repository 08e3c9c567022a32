import { getDelegation, grantDelegation, listDelegations, revokeDelegation } from '../../../api/delegations';
import { moment } from '../../../db/instants';
import { paged } from '../../../db/paging';
import { delegationsQuery, type OwnDelegation } from '../../../db/queries/delegations';
import { grantDelegation as grant, revokeDelegation as revoke } from '../../../db/workspace/delegations';
import { delegationEndsAt } from '../../../domain/delegation';
import { AvowError } from '../../../domain/errors';
import type { DelegationId } from '../../../domain/ids';
import { notFound } from '../../problems';
import { route } from '../../route';
import { viewOfDelegation, viewsOfDelegations } from './view';

export const grantDelegationRoute = route(grantDelegation, async (call) => {
  const { params, body, caller, actor, deps, now, newId } = call;
  const { developerId } = params;
  const { agencyName, scopes, endsOn } = body;
  const developer = await deps.db
    .selectFrom('developers')
    .select(['timeZone', 'offboardedAt'])
    .where('id', '=', developerId)
    .executeTakeFirstOrThrow();
  if (developer.offboardedAt !== null)
    throw new AvowError('developer.offboarded', 'There is nothing left that an agency could do.');
  const { timeZone } = developer;
  const longest = deps.lifecycle.terms.delegationLongest;
  const endsAt = delegationEndsAt({ endsOn, grantedAt: now, timeZone, longest });
  const id = newId('dlg');
  const delegates = body.delegates.map((delegate) => ({ ...delegate, personId: newId('per') }));
  const granted = { id, developerId, agencyName, scopes, endsOn, endsAt, grantedBy: caller.personId, delegates };
  await grant(deps.db, granted, actor, now);
  return viewOfDelegation(deps.db, developerId, id, now);
});

export const listDelegationsRoute = route(listDelegations, async ({ params, query, deps, now }) => {
  let delegations = delegationsQuery(deps.db, params.developerId);
  if (query.isInForce === true)
    delegations = delegations.where('revokedAt', 'is', null).where('endsAt', '>', moment(now));
  if (query.isInForce === false)
    delegations = delegations.where((row) =>
      row.or([row('revokedAt', 'is not', null), row('endsAt', '<=', moment(now))]),
    );
  const sorts = {
    grantedAt: { by: 'delegations.grantedAt', kind: 'instant' },
    endsOn: { by: 'delegations.endsOn', kind: 'day' },
  } as const;
  const { rows, nextCursor } = await paged(delegations, sorts, 'delegations.id', query);
  return { items: await viewsOfDelegations(deps.db, rows, now), nextCursor };
});

export const getDelegationRoute = route(getDelegation, async ({ params, caller, isDelegate, deps, now }) => {
  if (isDelegate) refuseOthers(params.delegationId, caller.delegations);
  return viewOfDelegation(deps.db, params.developerId, params.delegationId, now);
});

export const revokeDelegationRoute = route(revokeDelegation, async ({ params, body, caller, actor, deps, now }) => {
  const { developerId, delegationId } = params;
  const given = { revokedBy: caller.personId, reason: body.reason };
  if (!(await revoke(deps.db, developerId, delegationId, given, actor, now))) throw notFound('delegation');
  return viewOfDelegation(deps.db, developerId, delegationId, now);
});

/** Somebody of an agency sees the delegations that name them, and no other. Throws 404. */
export function refuseOthers(delegationId: DelegationId, own: readonly OwnDelegation[]): void {
  if (!own.some((one) => one.delegationId === delegationId)) throw notFound('delegation');
}
