import type { CampaignId, DeveloperId, ImportId, NoticeId, SubmissionId, TermsId } from '../domain/ids';
import type { Agenda } from '../domain/lifecycle/agenda';

/**
 * Names and shapes that cross the line between Temporal and the rest. Payloads hold ids and dates only (rule 10).
 * Names are frozen: histories and running workflows know them.
 */
export const taskQueues = {
  obligations: 'avow-obligations',
  procedures: 'avow-procedures',
  campaigns: 'avow-campaigns',
} as const;

export const workflowNames = {
  developerObligations: 'developerObligations',
  deliverNotice: 'deliverNotice',
  runChecks: 'runChecks',
  campaign: 'campaign',
  changeTerms: 'changeTerms',
  runImport: 'runImport',
  dailyDigest: 'dailyDigest',
  reconcileKeys: 'reconcileKeys',
  housekeep: 'housekeep',
} as const;

/** Something changed: look again. Carries nothing; several are one. */
export const somethingChangedName = 'somethingChanged';

export const workflowIds = {
  developerObligations: (id: DeveloperId) => `developer-obligations/${id}`,
  deliverNotice: (id: NoticeId) => `notice/${id}`,
  runChecks: (id: SubmissionId) => `checks/${id}`,
  campaign: (id: CampaignId) => `campaign/${id}`,
  changeTerms: (id: TermsId) => `terms/${id}`,
  runImport: (id: ImportId) => `import/${id}`,
};

export const searchAttributes = {
  standing: 'AvowStanding',
  accountManager: 'AvowAccountManager',
  nextAt: 'AvowNextAt',
} as const;

export interface DeveloperObligationsInput {
  developerId: DeveloperId;
  /** Carried over by continue-as-new, so that the new run goes straight to its timer. */
  agenda?: Agenda;
}

export interface DeliverNoticeInput {
  developerId: DeveloperId;
  noticeId: NoticeId;
}

export interface RunChecksInput {
  developerId: DeveloperId;
  submissionId: SubmissionId;
}

export interface RunImportInput {
  importId: ImportId;
}

export interface CampaignInput {
  campaignId: CampaignId;
}

export interface ChangeTermsInput {
  termsId: TermsId;
}
