import type { Route } from '../route';
import { acknowledgeAppealRoute, decideAppealRoute } from './appeals/answers';
import { listAppealableRoute } from './appeals/appealable';
import {
  fileAppealRoute,
  getAppealRoute,
  listAllAppealsRoute,
  listAppealsRoute,
  withdrawAppealRoute,
} from './appeals/appeals';
import { listWrongfulEnforcementsRoute } from './appeals/wrongful-enforcements';
import { getAppRoute, listAppsRoute, renameAppRoute, retireAppRoute } from './apps/apps';
import { registerAppRoute } from './apps/register';
import { campaignRoutes } from './campaigns';
import { getCatalogueRoute } from './catalogue/catalogue';
import { moveClockRoute, moveDeveloperClockRoute } from './clock/clock';
import { addDelegateRoute, removeDelegateRoute } from './delegations/delegates';
import {
  getDelegationRoute,
  grantDelegationRoute,
  listDelegationsRoute,
  revokeDelegationRoute,
} from './delegations/delegations';
import { downloadMandateRoute, uploadMandateRoute } from './delegations/mandate';
import { assignDevelopersRoute, nudgeDevelopersRoute } from './desk/bulk';
import { countDevelopersRoute, exportDevelopersRoute } from './desk/developers';
import { followDeskRoute } from './desk/events';
import { getDeskPortfolioRoute } from './desk/portfolio';
import { getDeskTodayRoute } from './desk/today';
import { changeDeskViewRoute, keepDeskViewRoute, listDeskViewsRoute, removeDeskViewRoute } from './desk/views';
import { downloadCalendarRoute } from './developers/calendar';
import {
  changeDeveloperRoute,
  getDeveloperRoute,
  listDevelopersRoute,
  offboardDeveloperRoute,
} from './developers/developers';
import { enrolDeveloperRoute } from './developers/enrol';
import { listNotesRoute, writeNoteRoute } from './developers/notes';
import { copyDraftRoute } from './drafts/copy';
import { getDraftRoute, saveDraftRoute } from './drafts/drafts';
import { listBlockedRoute } from './enforcement/blocked';
import { getBudgetRoute } from './enforcement/budget';
import { dryRunRoute } from './enforcement/dry-run';
import { addFreezeDayRoute, listFreezeDaysRoute, removeFreezeDayRoute } from './enforcement/freeze-days';
import { liftHoldRoute, listHoldsRoute, placeHoldRoute } from './enforcement/holds';
import { confirmReleaseRoute, getReleaseRoute, listReleasesRoute, proposeReleaseRoute } from './enforcement/releases';
import { downloadEvidenceRoute, getEvidenceRoute, listEvidenceRoute, uploadEvidenceRoute } from './evidence/evidence';
import {
  endExemptionRoute,
  getExemptionRoute,
  listAllExemptionsRoute,
  listExemptionsRoute,
} from './exemptions/exemptions';
import {
  decideExtensionRoute,
  listAllExtensionsRoute,
  listExtensionsRoute,
  requestExtensionRoute,
  withdrawExtensionRoute,
} from './extensions/extensions';
import { getFindingRoute, listAllFindingsRoute, listFindingsRoute } from './findings/findings';
import {
  answerFindingRoute,
  decideFindingRoute,
  raiseFindingRoute,
  withdrawFindingRoute,
} from './findings/raise-and-decide';
import { getForecastRoute } from './forecast/forecast';
import { livenessRoute, readinessRoute } from './health/health';
import { downloadImportTemplateRoute, downloadLeftOutRowsRoute } from './imports/files';
import {
  getImportDaysRoute,
  getImportRoute,
  listImportRowsRoute,
  listImportsRoute,
  startImportRoute,
  stopImportRoute,
  uploadImportRoute,
} from './imports/imports';
import { issueKeyRoute, rollKeyRoute } from './keys/issue';
import { getKeyRoute, listKeysRoute, revokeKeyRoute } from './keys/keys';
import { reportMailEventRoute } from './mail-events/mail-events';
import { listMailPreviewsRoute } from './mails/previews';
import { confirmNoticeRoute, getNoticeRoute, listNoticesRoute } from './notices/notices';
import { addContactRoute, changeContactRoute, listContactsRoute, removeContactRoute } from './people/contacts';
import { endLeaveRoute, enterLeaveRoute, listLeavesRoute } from './people/leaves';
import { getStaffPortfolioRoute, handOverPortfolioRoute } from './people/portfolio';
import { addStaffRoute, changeStaffRoute, erasePersonRoute, listStaffRoute } from './people/staff';
import { privacyNoticeRoute } from './privacy/notice';
import { downloadEvidencePackRoute } from './records/evidence-pack';
import { downloadPopulationReportRoute, downloadPopulationRoute } from './records/population';
import { listRequirementsRoute } from './requirements/requirements';
import { answerReviewQuestionRoute, askReviewQuestionRoute } from './review-questions/ask-and-answer';
import { decideReviewRoute } from './reviews/decide';
import { listReasonCodesRoute, listReviewsRoute } from './reviews/queue';
import { getReviewRoute } from './reviews/review';
import { endSessionRoute, getSessionRoute, listSessionsRoute, revokeSessionRoute } from './sessions/own';
import { requestLinkRoute } from './sessions/request-link';
import { confirmContactRoute, startSessionRoute } from './sessions/start';
import { downloadCertificateRoute } from './submissions/certificate';
import { getStatementRoute, getSubmissionRoute, listSubmissionsRoute } from './submissions/read';
import { downloadReceiptRoute } from './submissions/receipt';
import { signSubmissionRoute } from './submissions/sign';
import { getSigningRoute } from './submissions/signing';
import { concludePostMortemRoute, getPostMortemRoute, listPostMortemsRoute } from './suspensions/post-mortems';
import {
  confirmSuspensionRoute,
  listAllSuspensionRequestsRoute,
  listSuspensionRequestsRoute,
  refuseSuspensionRoute,
  requestSuspensionRoute,
  withdrawSuspensionRoute,
} from './suspensions/requests';
import { liftSuspensionRoute, listSuspensionsRoute, undoSuspensionRoute } from './suspensions/suspensions';
import { closeTaskRoute, listTasksRoute } from './tasks/tasks';
import {
  announceTerminationRoute,
  confirmTerminationRoute,
  getTerminationRoute,
  listAllTerminationsRoute,
  listTerminationsRoute,
  withdrawTerminationRoute,
} from './terminations/terminations';
import { tierRoutes } from './tiers';
import { listTimelineRoute } from './timeline/timeline';
import { createTokenRoute, listTokensRoute, revokeTokenRoute } from './tokens/tokens';
import { enterStepRoute } from './walk/enter-step';

/** Every route: an operation of `api/` and what it does. One line each; their order does not matter. */
export const routes: readonly Route[] = [
  requestLinkRoute,
  startSessionRoute,
  confirmContactRoute,
  getSessionRoute,
  endSessionRoute,
  listSessionsRoute,
  revokeSessionRoute,
  listContactsRoute,
  addContactRoute,
  changeContactRoute,
  removeContactRoute,
  grantDelegationRoute,
  listDelegationsRoute,
  getDelegationRoute,
  uploadMandateRoute,
  downloadMandateRoute,
  revokeDelegationRoute,
  addDelegateRoute,
  removeDelegateRoute,
  listStaffRoute,
  addStaffRoute,
  listLeavesRoute,
  enterLeaveRoute,
  endLeaveRoute,
  getStaffPortfolioRoute,
  handOverPortfolioRoute,
  changeStaffRoute,
  erasePersonRoute,
  getDraftRoute,
  saveDraftRoute,
  copyDraftRoute,
  enterStepRoute,
  uploadEvidenceRoute,
  listEvidenceRoute,
  getEvidenceRoute,
  downloadEvidenceRoute,
  getSigningRoute,
  signSubmissionRoute,
  listSubmissionsRoute,
  getSubmissionRoute,
  getStatementRoute,
  downloadReceiptRoute,
  downloadPopulationRoute,
  downloadPopulationReportRoute,
  downloadEvidencePackRoute,
  downloadCertificateRoute,
  listReviewsRoute,
  getReviewRoute,
  decideReviewRoute,
  askReviewQuestionRoute,
  answerReviewQuestionRoute,
  listReasonCodesRoute,
  requestExtensionRoute,
  listExtensionsRoute,
  listAllExtensionsRoute,
  decideExtensionRoute,
  withdrawExtensionRoute,
  listAppealableRoute,
  fileAppealRoute,
  listAppealsRoute,
  listAllAppealsRoute,
  getAppealRoute,
  acknowledgeAppealRoute,
  decideAppealRoute,
  withdrawAppealRoute,
  listWrongfulEnforcementsRoute,
  raiseFindingRoute,
  listFindingsRoute,
  listAllFindingsRoute,
  getFindingRoute,
  answerFindingRoute,
  decideFindingRoute,
  withdrawFindingRoute,
  getBudgetRoute,
  listBlockedRoute,
  dryRunRoute,
  placeHoldRoute,
  listHoldsRoute,
  liftHoldRoute,
  addFreezeDayRoute,
  listFreezeDaysRoute,
  removeFreezeDayRoute,
  proposeReleaseRoute,
  listReleasesRoute,
  getReleaseRoute,
  confirmReleaseRoute,
  listAllExemptionsRoute,
  listExemptionsRoute,
  getExemptionRoute,
  endExemptionRoute,
  requestSuspensionRoute,
  listSuspensionRequestsRoute,
  listAllSuspensionRequestsRoute,
  confirmSuspensionRoute,
  refuseSuspensionRoute,
  withdrawSuspensionRoute,
  listSuspensionsRoute,
  liftSuspensionRoute,
  undoSuspensionRoute,
  listPostMortemsRoute,
  getPostMortemRoute,
  concludePostMortemRoute,
  announceTerminationRoute,
  listTerminationsRoute,
  listAllTerminationsRoute,
  getTerminationRoute,
  confirmTerminationRoute,
  withdrawTerminationRoute,
  getDeskTodayRoute,
  getDeskPortfolioRoute,
  followDeskRoute,
  countDevelopersRoute,
  exportDevelopersRoute,
  nudgeDevelopersRoute,
  assignDevelopersRoute,
  listDeskViewsRoute,
  keepDeskViewRoute,
  changeDeskViewRoute,
  removeDeskViewRoute,
  listNotesRoute,
  writeNoteRoute,
  uploadImportRoute,
  listImportsRoute,
  getImportRoute,
  downloadImportTemplateRoute,
  downloadLeftOutRowsRoute,
  getImportDaysRoute,
  listImportRowsRoute,
  startImportRoute,
  stopImportRoute,
  enrolDeveloperRoute,
  listDevelopersRoute,
  getDeveloperRoute,
  changeDeveloperRoute,
  offboardDeveloperRoute,
  registerAppRoute,
  listAppsRoute,
  getAppRoute,
  renameAppRoute,
  retireAppRoute,
  issueKeyRoute,
  listKeysRoute,
  getKeyRoute,
  rollKeyRoute,
  revokeKeyRoute,
  listRequirementsRoute,
  listTimelineRoute,
  getForecastRoute,
  downloadCalendarRoute,
  listNoticesRoute,
  getNoticeRoute,
  confirmNoticeRoute,
  listTasksRoute,
  closeTaskRoute,
  listMailPreviewsRoute,
  reportMailEventRoute,
  ...campaignRoutes,
  ...tierRoutes,
  getCatalogueRoute,
  moveDeveloperClockRoute,
  moveClockRoute,
  createTokenRoute,
  listTokensRoute,
  revokeTokenRoute,
  privacyNoticeRoute,
  livenessRoute,
  readinessRoute,
];
