import type { Route } from '../../route';
import { assignTierRoute } from './assign';
import { exportTermsMovesRoute, listTermsMovesRoute } from './moves';
import { approveTermsRoute, getTermsVersionRoute, withdrawTermsRoute } from './terms-versions';
import { createTierRoute, getTierRoute, listTiersRoute, proposeTermsRoute, renameTierRoute } from './tiers';

/** Tiers, and the versions of their terms. */
export const tierRoutes: readonly Route[] = [
  listTiersRoute,
  createTierRoute,
  getTierRoute,
  renameTierRoute,
  assignTierRoute,
  proposeTermsRoute,
  getTermsVersionRoute,
  listTermsMovesRoute,
  exportTermsMovesRoute,
  approveTermsRoute,
  withdrawTermsRoute,
];
