import type {
  AppId,
  CampaignId,
  DeveloperId,
  FindingId,
  ImportId,
  NoticeId,
  PolicyVersionId,
  PostMortemId,
  ReleaseId,
  RequirementId,
  SignatureId,
  SubmissionId,
  TermsId,
  TierId,
} from '../domain/ids';
import type { Language } from '../domain/lifecycle/state';
import type { ObligationSlug } from '../domain/obligations';

/** What goes along from page to page of the walk: the apps that are answered together, and where a change leads back to. */
export interface Along {
  apps?: readonly AppId[];
  back?: 'review' | 'step';
}

/** The pages about one developer, beside its overview. */
export const deskDeveloperParts = ['notices', 'timeline', 'requests', 'findings', 'suspensions', 'notes'] as const;
type DeskDeveloperPart = (typeof deskDeveloperParts)[number];

/** Every address of a page. Mails and refusals lead to some of them: domain/paths.ts holds those a second time, and a test compares. */
export const paths = {
  home: () => '/',
  privacyNotice: () => '/privacy',
  /** With the way back for afterwards, and the language that was chosen here. */
  signIn: (then?: string, language?: Language) => {
    const query = new URLSearchParams();
    if (then && then !== '/') query.set('then', then);
    if (language) query.set('language', language);
    return query.size > 0 ? `/sign-in?${query}` : '/sign-in';
  },
  developer: (developerId: DeveloperId) => `/developers/${developerId}`,
  status: (developerId: DeveloperId) => `/developers/${developerId}/status`,
  walk: (developerId: DeveloperId) => `/developers/${developerId}/walk`,
  walkStep: (developerId: DeveloperId, appId: AppId, obligation: ObligationSlug, along?: Along) =>
    `/developers/${developerId}/walk/${appId}/${obligation}${searchOf(along)}`,
  walkQuestion: (developerId: DeveloperId, appId: AppId, obligation: ObligationSlug, question: string, along?: Along) =>
    `/developers/${developerId}/walk/${appId}/${obligation}/${question}${searchOf(along)}`,
  /** Where the answers of one step are applied to the other apps of the walk. */
  walkOtherApps: (developerId: DeveloperId, appId: AppId, obligation: ObligationSlug, along?: Along) =>
    `/developers/${developerId}/walk/${appId}/${obligation}/other-apps${searchOf(along)}`,
  walkReview: (developerId: DeveloperId, along?: Along) => `/developers/${developerId}/walk/review${searchOf(along)}`,
  walkSign: (developerId: DeveloperId, along?: Along) => `/developers/${developerId}/walk/sign${searchOf(along)}`,
  keys: (developerId: DeveloperId) => `/developers/${developerId}/keys`,
  appKeys: (developerId: DeveloperId, appId: AppId) => `/developers/${developerId}/keys#${appId}`,
  organisation: (developerId: DeveloperId) => `/developers/${developerId}/organisation`,
  submissions: (developerId: DeveloperId) => `/developers/${developerId}/submissions`,
  submission: (developerId: DeveloperId, submissionId: SubmissionId) =>
    `/developers/${developerId}/submissions/${submissionId}`,
  /** What was just signed: where the walk ends. */
  signed: (developerId: DeveloperId, signatureId: SignatureId) =>
    `/developers/${developerId}/submissions/signed/${signatureId}`,
  contacts: (developerId: DeveloperId) => `/developers/${developerId}/organisation/contacts`,
  apps: (developerId: DeveloperId) => `/developers/${developerId}/organisation/apps`,
  delegations: (developerId: DeveloperId) => `/developers/${developerId}/organisation/delegations`,
  newDelegation: (developerId: DeveloperId) => `/developers/${developerId}/organisation/delegations/new`,
  sessions: (developerId: DeveloperId) => `/developers/${developerId}/organisation/sessions`,
  ending: (developerId: DeveloperId) => `/developers/${developerId}/organisation/ending`,
  history: (developerId: DeveloperId) => `/developers/${developerId}/history`,
  extension: (developerId: DeveloperId) => `/developers/${developerId}/more-time`,
  findings: (developerId: DeveloperId) => `/developers/${developerId}/findings`,
  finding: (developerId: DeveloperId, findingId: FindingId) => `/developers/${developerId}/findings/${findingId}`,
  notices: (developerId: DeveloperId) => `/developers/${developerId}/notices`,
  notice: (developerId: DeveloperId, noticeId: NoticeId) => `/developers/${developerId}/notices/${noticeId}`,
  appeals: (developerId: DeveloperId) => `/developers/${developerId}/appeals`,
  newAppeal: (developerId: DeveloperId, against: string, subject: string) =>
    `/developers/${developerId}/appeals/new?against=${against}&subject=${encodeURIComponent(subject)}`,
  appeal: (developerId: DeveloperId, noticeId: NoticeId) => `/developers/${developerId}/notices/${noticeId}/appeal`,
  desk: () => '/desk',
  deskDevelopers: () => '/desk/developers',
  deskDevelopersOfTier: (tierId: TierId) =>
    `/desk/developers?tier=${tierId}&columns=standing,nextDueOn,apps,manager,tier`,
  /** `part`: one of the pages about a developer; without it the overview. */
  deskDeveloper: (developerId: DeveloperId, part?: DeskDeveloperPart) =>
    part ? `/desk/developers/${developerId}/${part}` : `/desk/developers/${developerId}`,
  deskNotice: (developerId: DeveloperId, noticeId: NoticeId) => `/desk/developers/${developerId}/notices/${noticeId}`,
  deskImports: () => '/desk/imports',
  deskImport: (importId: ImportId) => `/desk/imports/${importId}`,
  deskReviews: () => '/desk/reviews',
  /** With one of its items looked at; the first that waits where none is named. */
  deskReview: (submissionId: SubmissionId, item?: RequirementId) =>
    item ? `/desk/reviews/${submissionId}?item=${item}` : `/desk/reviews/${submissionId}`,
  deskEnforcement: () => '/desk/enforcement',
  deskHolds: () => '/desk/enforcement/holds',
  deskReleases: () => '/desk/enforcement/releases',
  deskRelease: (releaseId: ReleaseId) => `/desk/enforcement/releases/${releaseId}`,
  deskWrongful: () => '/desk/enforcement/wrongful',
  deskPostMortem: (postMortemId: PostMortemId) => `/desk/enforcement/post-mortems/${postMortemId}`,
  deskCampaigns: () => '/desk/campaigns',
  /** By this version of the policy; by the newest where none is named. */
  deskNewCampaign: (policyVersionId?: PolicyVersionId) =>
    policyVersionId ? `/desk/campaigns/new?policy=${policyVersionId}` : '/desk/campaigns/new',
  deskCampaign: (campaignId: CampaignId) => `/desk/campaigns/${campaignId}`,
  deskEditCampaign: (campaignId: CampaignId) => `/desk/campaigns/${campaignId}/edit`,
  deskPolicies: () => '/desk/policies',
  deskNewPolicy: () => '/desk/policies/new',
  deskPolicy: (policyVersionId: PolicyVersionId) => `/desk/policies/${policyVersionId}`,
  deskEditPolicy: (policyVersionId: PolicyVersionId) => `/desk/policies/${policyVersionId}/edit`,
  deskPeople: () => '/desk/people',
  deskTokens: () => '/desk/people/tokens',
  deskMails: () => '/desk/people/mails',
  deskReasons: () => '/desk/people/reasons',
  deskTiers: () => '/desk/people/terms',
  deskTier: (tierId: TierId) => `/desk/people/terms/${tierId}`,
  deskNewTerms: (tierId: TierId) => `/desk/people/terms/${tierId}/new`,
  deskTermsVersion: (tierId: TierId, termsId: TermsId) => `/desk/people/terms/${tierId}/${termsId}`,
  deskLegal: () => '/desk/legal',
  deskExtensions: () => '/desk/legal/extensions',
  deskAppeals: () => '/desk/legal/appeals',
  deskRecords: () => '/desk/legal/records',
};

function searchOf({ apps = [], back }: Along = {}): string {
  const search = [...(apps.length > 0 ? [`apps=${apps.join(',')}`] : []), ...(back ? [`back=${back}`] : [])];
  return search.length > 0 ? `?${search.join('&')}` : '';
}
