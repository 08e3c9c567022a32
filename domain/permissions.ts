/** Roles of a developer's people. */
export const developerRoles = ['signatory', 'preparer'] as const;
export type DeveloperRole = (typeof developerRoles)[number];

/** What a contact of a developer is for; signatories and preparers may sign in, the others only receive mail. */
export const contactRoles = ['signatory', 'preparer', 'backup', 'executive', 'legal'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Roles of the vendor's people. */
export const staffRoles = ['am', 'lead', 'legal', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Scopes of API tokens. */
export const tokenScopes = ['verify', 'developers:read', 'developers:write', 'mail-events:write'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** What an agency is let in for. Each stands for itself: none includes another. */
export const delegationScopes = ['draft', 'sign', 'keys'] as const;
export type DelegationScope = (typeof delegationScopes)[number];

/**
 * Which scopes let a delegate into which operation of the API: the only place that says so. What is not named here no delegate does,
 * whatever their scopes: contacts, delegations, apps and the end of it all are the developer's own.
 */
export const delegatedOperations: Readonly<Record<string, readonly DelegationScope[]>> = {
  // who they are, and for whom they act
  ...within(delegationScopes, 'getSession', 'endSession', 'listSessions', 'revokeSession', 'getDelegation'),
  ...within(delegationScopes, 'downloadMandate', 'listDevelopers', 'getDeveloper', 'listApps', 'getApp'),
  ...within(delegationScopes, 'getCatalogue', 'getTerms'),
  // what is due, and what was answered to it
  ...within(['draft', 'sign'], 'listRequirements', 'getForecast', 'listNotices', 'getNotice', 'getDraft', 'getSigning'),
  ...within(['draft', 'sign'], 'listEvidence', 'getEvidence', 'downloadEvidence'),
  ...within(['draft', 'sign'], 'listSubmissions', 'getSubmission', 'getStatement'),
  ...within(['draft', 'sign'], 'downloadReceipt', 'downloadCertificate', 'downloadCalendar'),
  ...within(['draft', 'sign'], 'listFindings', 'getFinding', 'listExemptions', 'getExemption', 'listAppealable'),
  ...within(['draft', 'sign'], 'listAppeals', 'getAppeal', 'listSuspensionRequests', 'listSuspensions'),
  ...within(['draft', 'sign'], 'listTerminations', 'getTermination'),
  // what a preparer does
  ...within(['draft'], 'saveDraft', 'copyDraft', 'enterStep', 'uploadEvidence', 'listTimeline'),
  ...within(['draft'], 'requestExtension', 'listExtensions', 'withdrawExtension'),
  ...within(['draft'], 'answerFinding', 'answerReviewQuestion', 'fileAppeal', 'withdrawAppeal'),
  ...within(['draft', 'keys'], 'listKeys', 'getKey'),
  ...within(['keys'], 'issueKey', 'rollKey', 'revokeKey'),
  ...within(['sign'], 'signSubmission'),
};

/** What binds the developer to words: only under a mandate that is on file. */
const mandatedOperations: ReadonlySet<string> = new Set(['signSubmission']);

/** A delegation, as far as it says what may be done. */
export interface Delegated {
  scopes: readonly DelegationScope[];
  /** A signatory of the developer uploaded the mandate. */
  hasMandate: boolean;
}

/** Whether a delegate may do it, or what stands in the way. */
export function judgeDelegated(
  operationId: string,
  { scopes, hasMandate }: Delegated,
): 'allowed' | 'mandate-missing' | 'scope-missing' | 'never' {
  const wanted = Object.hasOwn(delegatedOperations, operationId) ? (delegatedOperations[operationId] ?? []) : [];
  if (wanted.length === 0) return 'never';
  if (!wanted.some((scope) => scopes.includes(scope))) return 'scope-missing';
  return mandatedOperations.has(operationId) && !hasMandate ? 'mandate-missing' : 'allowed';
}

function within(scopes: readonly DelegationScope[], ...operationIds: string[]) {
  return Object.fromEntries(operationIds.map((operationId) => [operationId, scopes]));
}
