import {
  changePolicy,
  draftPolicy,
  getPolicyInForce,
  getPolicyVersion,
  listPolicyVersions,
  publishPolicy,
} from '../../../api/policies';
import { paged } from '../../../db/paging';
import { namesOfPeople } from '../../../db/queries/names';
import {
  changePolicy as change,
  clausesInForce,
  draftPolicy as draft,
  policyInForce,
  publishPolicy as publish,
} from '../../../db/workspace/policies';
import { dayOf } from '../../../domain/calendar/zoned';
import { catalogueVersions } from '../../../domain/catalogue';
import { AvowError } from '../../../domain/errors';
import { draftFaults } from '../../../domain/policies/policy-version';
import { answer, route } from '../../route';
import { peopleOf, policyOr404, policySummaryOf, policyViewOf } from './view';

export const getPolicyInForceRoute = route(getPolicyInForce, async ({ deps }) => ({
  policyVersionId: (await policyInForce(deps.db))?.id ?? null,
  clauses: (await clausesInForce(deps.db)).map((clause) => ({ ...clause })),
  catalogueVersions: [...catalogueVersions],
}));

export const draftPolicyRoute = route(draftPolicy, async ({ body, caller, deps, newId, now }) => {
  const id = newId('pol');
  await draft(deps.db, id, body, caller.personId, now);
  return answer(201, await policyViewOf(deps.db, id));
});

export const listPolicyVersionsRoute = route(listPolicyVersions, async ({ query, deps }) => {
  let versions = deps.db.selectFrom('policyVersions').selectAll();
  if (query.state !== undefined)
    versions = versions.where('publishedAt', query.state === 'published' ? 'is not' : 'is', null);
  const sorts = { changedAt: { by: 'policyVersions.changedAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(versions, sorts, 'policyVersions.id', query);
  const names = await namesOfPeople(deps.db, rows.flatMap(peopleOf));
  const inForce = await clausesInForce(deps.db);
  return { items: rows.map((row) => policySummaryOf(row, inForce, names)), nextCursor };
});

export const getPolicyVersionRoute = route(getPolicyVersion, async ({ params, deps }) =>
  policyViewOf(deps.db, params.policyVersionId),
);

export const changePolicyRoute = route(changePolicy, async ({ params, body, caller, deps, now }) => {
  const { policyVersionId: id } = params;
  await policyOr404(deps.db, id);
  if (!(await change(deps.db, id, body, caller.personId, now))) throw alreadyPublished();
  return policyViewOf(deps.db, id);
});

export const publishPolicyRoute = route(publishPolicy, async ({ params, caller, deps, now }) => {
  const { policyVersionId: id } = params;
  const { db, lifecycle } = deps;
  const isPublished = await publish(db, id, caller.personId, now, (policy, inForce) => {
    if (policy.authors.includes(caller.personId))
      throw new AvowError('policy.same-person', 'Who wrote on it cannot publish it. Ask somebody who did not.');
    const faults = draftFaults(policy, inForce, dayOf(now, lifecycle.terms.vendor.timeZone));
    if (faults.length > 0) throw new AvowError('request.invalid', 'Correct the draft before it is published.', faults);
  });
  // Who repeats what they did is told that it is done.
  if (!isPublished && (await policyOr404(db, id)).publishedBy !== caller.personId) throw alreadyPublished();
  return policyViewOf(db, id);
});

function alreadyPublished(): AvowError {
  return new AvowError(
    'policy.already-published',
    'A published version stays as it is. Draft another one, which replaces it.',
  );
}
