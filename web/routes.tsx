import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Failure } from './shell/failure';
import { Shell } from './shell/shell';
import { PageSkeleton } from './shell/skeleton';

/** A page by its address; its script arrives when it is first opened. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }), ErrorBoundary: Failure };
}

const pages: RouteObject[] = [
  page('/', async () => (await import('./pages/home/home')).Home),
  page(
    '/developers/:developerId',
    async () => (await import('./pages/developers/developer/required-actions')).RequiredActions,
  ),
  page(
    '/developers/:developerId/status',
    async () => (await import('./pages/developers/developer/status/status')).Status,
  ),
  page(
    '/developers/:developerId/notices',
    async () => (await import('./pages/developers/developer/notices/notices')).Notices,
  ),
  page(
    '/developers/:developerId/notices/:noticeId',
    async () => (await import('./pages/developers/developer/notices/notice')).Notice,
  ),
  page(
    '/developers/:developerId/notices/:noticeId/appeal',
    async () => (await import('./pages/developers/developer/appeals/notice-appeal')).NoticeAppeal,
  ),
  page(
    '/developers/:developerId/appeals',
    async () => (await import('./pages/developers/developer/appeals/appeals')).Appeals,
  ),
  page(
    '/developers/:developerId/appeals/new',
    async () => (await import('./pages/developers/developer/appeals/new-appeal')).NewAppeal,
  ),
  page('/developers/:developerId/keys', async () => (await import('./pages/developers/developer/keys/keys')).Keys),
  page(
    '/developers/:developerId/organisation',
    async () => (await import('./pages/developers/developer/organisation/profile')).Profile,
  ),
  page(
    '/developers/:developerId/organisation/contacts',
    async () => (await import('./pages/developers/developer/organisation/contacts/contacts')).Contacts,
  ),
  page(
    '/developers/:developerId/organisation/apps',
    async () => (await import('./pages/developers/developer/organisation/apps/apps')).Apps,
  ),
  page(
    '/developers/:developerId/organisation/delegations',
    async () => (await import('./pages/developers/developer/organisation/delegations/delegations')).Delegations,
  ),
  page(
    '/developers/:developerId/organisation/delegations/new',
    async () => (await import('./pages/developers/developer/organisation/delegations/new-delegation')).NewDelegation,
  ),
  page(
    '/developers/:developerId/organisation/sessions',
    async () => (await import('./pages/developers/developer/organisation/sessions/sessions')).Sessions,
  ),
  page(
    '/developers/:developerId/organisation/ending',
    async () => (await import('./pages/developers/developer/organisation/ending/ending')).Ending,
  ),
  page(
    '/developers/:developerId/history',
    async () => (await import('./pages/developers/developer/history/history')).History,
  ),
  page(
    '/developers/:developerId/submissions',
    async () => (await import('./pages/developers/developer/submissions/submissions')).Submissions,
  ),
  page(
    '/developers/:developerId/submissions/signed/:signatureId',
    async () => (await import('./pages/developers/developer/submissions/signed')).Signed,
  ),
  page(
    '/developers/:developerId/submissions/:submissionId',
    async () => (await import('./pages/developers/developer/submissions/submission')).Submission,
  ),
  page(
    '/developers/:developerId/more-time',
    async () => (await import('./pages/developers/developer/more-time/more-time')).MoreTime,
  ),
  page(
    '/developers/:developerId/findings',
    async () => (await import('./pages/developers/developer/findings/findings')).Findings,
  ),
  page(
    '/developers/:developerId/findings/:findingId',
    async () => (await import('./pages/developers/developer/findings/finding')).Finding,
  ),
  page(
    '/developers/:developerId/walk',
    async () => (await import('./pages/developers/developer/walk/task-list')).TaskList,
  ),
  page(
    '/developers/:developerId/walk/review',
    async () => (await import('./pages/developers/developer/walk/review')).Review,
  ),
  page('/developers/:developerId/walk/sign', async () => (await import('./pages/developers/developer/walk/sign')).Sign),
  page(
    '/developers/:developerId/walk/:appId/:obligation',
    async () => (await import('./pages/developers/developer/walk/step')).Step,
  ),
  page(
    '/developers/:developerId/walk/:appId/:obligation/other-apps',
    async () => (await import('./pages/developers/developer/walk/other-apps')).OtherApps,
  ),
  page(
    '/developers/:developerId/walk/:appId/:obligation/:question',
    async () => (await import('./pages/developers/developer/walk/question')).Question,
  ),
  page('/desk', async () => (await import('./pages/desk/today/today')).Today),
  page('/desk/developers', async () => (await import('./pages/desk/developers/developers')).Developers),
  page(
    '/desk/developers/:developerId',
    async () => (await import('./pages/desk/developers/developer/overview')).Overview,
  ),
  page(
    '/desk/developers/:developerId/notices',
    async () => (await import('./pages/desk/developers/developer/notices/notices')).DeskNotices,
  ),
  page(
    '/desk/developers/:developerId/notices/:noticeId',
    async () => (await import('./pages/desk/developers/developer/notices/notice')).DeskNotice,
  ),
  page(
    '/desk/developers/:developerId/timeline',
    async () => (await import('./pages/desk/developers/developer/timeline/timeline')).DeskTimeline,
  ),
  page(
    '/desk/developers/:developerId/requests',
    async () => (await import('./pages/desk/developers/developer/requests/requests')).Requests,
  ),
  page(
    '/desk/developers/:developerId/findings',
    async () => (await import('./pages/desk/developers/developer/findings/findings')).DeskFindings,
  ),
  page(
    '/desk/developers/:developerId/suspensions',
    async () => (await import('./pages/desk/developers/developer/suspensions/suspensions')).Suspensions,
  ),
  page(
    '/desk/developers/:developerId/notes',
    async () => (await import('./pages/desk/developers/developer/notes/notes')).Notes,
  ),
  page('/desk/imports', async () => (await import('./pages/desk/imports/imports')).Imports),
  page('/desk/imports/:importId', async () => (await import('./pages/desk/imports/import')).ImportPage),
  page('/desk/reviews', async () => (await import('./pages/desk/reviews/reviews')).Reviews),
  page('/desk/reviews/:submissionId', async () => (await import('./pages/desk/reviews/review/review')).Review),
  page('/desk/enforcement', async () => (await import('./pages/desk/enforcement/enforcement')).Enforcement),
  page('/desk/enforcement/holds', async () => (await import('./pages/desk/enforcement/holds/holds')).Holds),
  page('/desk/enforcement/releases', async () => (await import('./pages/desk/enforcement/releases/releases')).Releases),
  page(
    '/desk/enforcement/releases/:releaseId',
    async () => (await import('./pages/desk/enforcement/releases/release')).Release,
  ),
  page('/desk/enforcement/wrongful', async () => (await import('./pages/desk/enforcement/wrongful/wrongful')).Wrongful),
  page(
    '/desk/enforcement/post-mortems/:postMortemId',
    async () => (await import('./pages/desk/enforcement/post-mortems/post-mortem')).PostMortem,
  ),
  page('/desk/campaigns', async () => (await import('./pages/desk/campaigns/campaigns')).Campaigns),
  page('/desk/campaigns/new', async () => (await import('./pages/desk/campaigns/write-campaign')).NewCampaign),
  page('/desk/campaigns/:campaignId', async () => (await import('./pages/desk/campaigns/campaign')).CampaignPage),
  page(
    '/desk/campaigns/:campaignId/edit',
    async () => (await import('./pages/desk/campaigns/write-campaign')).EditCampaign,
  ),
  page('/desk/policies', async () => (await import('./pages/desk/policies/policies')).Policies),
  page('/desk/policies/new', async () => (await import('./pages/desk/policies/write-policy')).NewPolicy),
  page('/desk/policies/:policyVersionId', async () => (await import('./pages/desk/policies/policy')).Policy),
  page(
    '/desk/policies/:policyVersionId/edit',
    async () => (await import('./pages/desk/policies/write-policy')).EditPolicy,
  ),
  page('/desk/people', async () => (await import('./pages/desk/people/people')).People),
  page('/desk/people/tokens', async () => (await import('./pages/desk/people/tokens/tokens')).Tokens),
  page('/desk/people/mails', async () => (await import('./pages/desk/people/mails/mails')).Mails),
  page('/desk/people/reasons', async () => (await import('./pages/desk/people/reasons/reasons')).Reasons),
  page('/desk/people/terms', async () => (await import('./pages/desk/people/terms/tiers')).Tiers),
  page('/desk/people/terms/:tierId', async () => (await import('./pages/desk/people/terms/tier')).TierPage),
  page(
    '/desk/people/terms/:tierId/new',
    async () => (await import('./pages/desk/people/terms/propose-terms')).ProposeTerms,
  ),
  page(
    '/desk/people/terms/:tierId/:termsId',
    async () => (await import('./pages/desk/people/terms/terms-version')).TermsVersionPage,
  ),
  page('/desk/legal', async () => (await import('./pages/desk/legal/register')).Register),
  page('/desk/legal/extensions', async () => (await import('./pages/desk/legal/extensions/extensions')).Extensions),
  page('/desk/legal/records', async () => (await import('./pages/desk/legal/records/records')).Records),
  page('/desk/legal/appeals', async () => (await import('./pages/desk/legal/appeals/appeals')).DeskAppeals),
  page('*', async () => (await import('./pages/not-found/not-found')).NotFound),
];

export const router = createBrowserRouter([
  { Component: Shell, ErrorBoundary: Failure, HydrateFallback: PageSkeleton, children: pages },
]);
