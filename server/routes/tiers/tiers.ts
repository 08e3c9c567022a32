import { createTier, getTier, listTiers, proposeTerms, renameTier } from '../../../api/tiers';
import { namesOfPeople } from '../../../db/queries/names';
import { loadTiers } from '../../../db/queries/terms';
import { createTier as create, proposeTerms as propose, renameTier as rename } from '../../../db/workspace/terms';
import { examineTerms } from '../../../db/workspace/terms-rollouts';
import { AvowError } from '../../../domain/errors';
import { termsFaults } from '../../../domain/terms/terms-faults';
import { tierTermNames, tierTermsOf } from '../../../domain/terms/tier-terms';
import { answer, route } from '../../route';
import { peopleOf, termsSummaryOf, tierOr404, tierSummaryOf, tierViewOf } from './view';

export const listTiersRoute = route(listTiers, async ({ deps }) => ({
  items: (await loadTiers(deps.db)).map(tierSummaryOf),
}));

export const createTierRoute = route(createTier, async ({ body, caller, deps, newId, now }) => {
  const id = newId('tir');
  await create(deps.db, { id, ...body, createdBy: caller.personId }, now);
  return answer(201, await tierViewOf(deps, id));
});

export const getTierRoute = route(getTier, async ({ params, deps }) => tierViewOf(deps, params.tierId));

export const renameTierRoute = route(renameTier, async ({ params, body, deps }) => {
  await tierOr404(deps.db, params.tierId);
  await rename(deps.db, params.tierId, body.name);
  return tierViewOf(deps, params.tierId);
});

export const proposeTermsRoute = route(proposeTerms, async ({ params, body, caller, deps, newId, now }) => {
  const { db, lifecycle } = deps;
  const { terms } = await tierOr404(db, params.tierId);
  const today = terms ?? tierTermsOf(lifecycle.terms);
  const faults = termsFaults(body.terms, lifecycle.terms).map(({ path, message }) => ({
    path: `/terms${path}`,
    message,
  }));
  if (faults.length === 0 && tierTermNames.every((name) => String(body.terms[name]) === String(today[name])))
    faults.push({ path: '/terms', message: 'differs in nothing from what holds; change one term at least' });
  if (faults.length > 0) throw new AvowError('request.invalid', 'Correct what is named below.', faults);
  const proposal = { id: newId('tms'), ...body, tierId: params.tierId, proposedBy: caller.personId };
  const version = await propose(db, proposal, now, (trx, proposed) => examineTerms(trx, proposed, now));
  return answer(201, termsSummaryOf(version, await namesOfPeople(db, peopleOf(version))));
});
