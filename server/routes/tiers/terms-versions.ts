import { approveTerms, getTermsVersion, withdrawTerms } from '../../../api/terms-versions';
import { approveTerms as approve, withdrawTerms as withdraw } from '../../../db/workspace/terms';
import { rollOutTerms } from '../../../db/workspace/terms-rollouts';
import { route } from '../../route';
import { termsOr404, termsViewOf } from './view';

export const getTermsVersionRoute = route(getTermsVersion, async ({ params, deps, now }) =>
  termsViewOf(deps, params.termsId, now),
);

export const approveTermsRoute = route(approveTerms, async ({ params, caller, deps, now }) => {
  const { termsId } = params;
  await termsOr404(deps.db, termsId);
  await approve(deps.db, termsId, caller.personId, now, (trx, version) => rollOutTerms(trx, version, now));
  return termsViewOf(deps, termsId, now);
});

export const withdrawTermsRoute = route(withdrawTerms, async ({ params, caller, deps, now }) => {
  const { termsId } = params;
  await termsOr404(deps.db, termsId);
  await withdraw(deps.db, termsId, caller.personId, now);
  return termsViewOf(deps, termsId, now);
});
