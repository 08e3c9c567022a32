/** Everything the worker's bundle holds. */

export { campaign } from './campaign';
export { changeTerms } from './change-terms';
export { deliverNotice } from './deliver-notice';
export { developerObligations } from './developer-obligations';
export { runChecks } from './run-checks';
export { runImport } from './run-import';
export { dailyDigest, housekeep, reconcileKeys } from './scheduled';
