import type { Route } from '../../route';
import { getTermsRoute } from '../terms/terms';
import { assignTierRoute } from './assign';
import { exportTermsMovesRoute, listTermsMovesRoute } from './moves';
import { approveTermsRoute, getTermsVersionRoute, withdrawTermsRoute } from './terms-versions';
import { createTierRoute, getTierRoute, listTiersRoute, proposeTermsRoute, renameTierRoute } from './tiers';

/** What is asked and granted: of everybody, and by tier. */
export const tierRoutes: readonly Route[] = [
  getTermsRoute,
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
