import { createSignInLink } from '../../db/workspace/sign-in-links';
import type { ImportId, PostMortemId } from '../../domain/ids';
import type { Language } from '../../domain/lifecycle/state';
import type { ObligationSlug } from '../../domain/obligations';
import type { StaffRole } from '../../domain/permissions';
import { paths } from '../../web/paths';
import { importFile, importRow } from '../support/import-file';
import type { Cast, Character } from './cast';
import { tierOf } from './terms-cast';

/** A page in one of its states, as somebody sees it. */
export interface ShownPage {
  /** Names the picture. */
  name: string;
  /** A developer of the cast, whose signatory looks; the address of one of the vendor's people; nobody. */
  as: string | null;
  path(who: Character, cast: Cast): string | Promise<string>;
}

const staffAddress = '@vendor.example';

/** True when one of the vendor's people looks at the page. */
export const isStaff = ({ as }: ShownPage): boolean => as?.endsWith(staffAddress) ?? false;

function portal(name: string, as: string, path: ShownPage['path']): ShownPage {
  return { name, as, path };
}

function desk(name: string, path: ShownPage['path'], role: StaffRole = 'lead'): ShownPage {
  return { name, as: `${role}${staffAddress}`, path };
}

/** One question of the first app; `as` is somebody who has not answered it, or has. */
function question(name: string, as: string, obligation: ObligationSlug, slug: string): ShownPage {
  return portal(name, as, (who) => paths.walkQuestion(who.developerId, who.appId, obligation, slug));
}

function beforeSignIn(name: string, path: ShownPage['path']): ShownPage {
  return { name, as: null, path };
}

/** Every page that a picture is taken of and whose accessibility is measured. Add a line for each page, and for each of its states. */
export const shownPages: readonly ShownPage[] = [
  beforeSignIn('sign-in', () => paths.signIn('/desk')),
  beforeSignIn('sign-in-sent', () => '/sign-in/sent?then=/desk'),
  beforeSignIn('sign-in-confirm', async (_who, cast) => `/sign-in?token=${await linkOf(cast, 'new')}`),
  beforeSignIn('sign-in-expired', () => `/sign-in?token=${'A'.repeat(43)}`),
  beforeSignIn('sign-in-confirmed', () => '/sign-in/confirmed'),
  beforeSignIn('privacy', () => paths.privacyNotice()),
  beforeSignIn('no-such-page', () => '/nothing'),

  portal('required-actions-new', 'new', (who) => paths.developer(who.developerId)),
  portal('required-actions-long-names', 'long', (who) => paths.developer(who.developerId)),
  portal('required-actions-due', 'due', (who) => paths.developer(who.developerId)),
  portal('required-actions-grace', 'grace', (who) => paths.developer(who.developerId)),
  portal('required-actions-suspended', 'suspended', (who) => paths.developer(who.developerId)),
  portal('required-actions-returned', 'returned', (who) => paths.developer(who.developerId)),
  portal('required-actions-finding', 'active', (who) => paths.developer(who.developerId)),
  portal('required-actions-nothing', 'imported', (who) => paths.developer(who.developerId)),
  portal('status-due', 'due', (who) => paths.status(who.developerId)),
  portal('status-long-names', 'long', (who) => paths.status(who.developerId)),
  portal('status-restricted', 'restricted', (who) => paths.status(who.developerId)),
  portal('status-suspended', 'suspended', (who) => paths.status(who.developerId)),
  portal('notices', 'suspended', (who) => paths.notices(who.developerId)),
  portal('notices-none', 'new', (who) => paths.notices(who.developerId)),
  portal('notice', 'suspended', async (who, cast) => paths.notice(who.developerId, await noticeOf(cast, who))),
  portal('appeals', 'suspended', (who) => paths.appeals(who.developerId)),
  portal('appeals-new', 'suspended', (who) => paths.newAppeal(who.developerId, 'suspension', '')),
  portal('walk', 'new', (who) => paths.walk(who.developerId)),
  portal('walk-long-names', 'long', (who) => paths.walk(who.developerId)),
  portal('walk-law', 'new', (who) => paths.walkStep(who.developerId, who.appId, 'law')),
  question('walk-question-apps', 'new', 'law', 'applications'),
  question('walk-question-words', 'answered', 'notice', 'thirdPartyClause'),
  question('walk-question-evidence', 'answered', 'consent', 'consentScreen'),
  question('walk-question-rights', 'answered', 'rights', 'rights'),
  question('walk-question-last-cycle', 'due', 'law', 'sdkVersion'),
  portal('required-actions-asked', 'asked', (who) => paths.developer(who.developerId)),
  question('walk-question-returned', 'returned', 'notice', 'thirdPartyClause'),
  portal('walk-other-apps', 'new', (who) => paths.walkOtherApps(who.developerId, who.appId, 'law')),
  portal('walk-review', 'answered', (who) => paths.walkReview(who.developerId)),
  portal('walk-sign', 'answered', (who) => paths.walkSign(who.developerId)),
  portal('walk-returned', 'returned', (who) => paths.walk(who.developerId)),
  portal('signed', 'returned', async (who, cast) => {
    const { signatureId } = await submissionOf(cast, who);
    return paths.signed(who.developerId, signatureId);
  }),
  portal('submissions', 'returned', (who) => paths.submissions(who.developerId)),
  portal('submissions-none', 'new', (who) => paths.submissions(who.developerId)),
  portal('submission-returned', 'returned', async (who, cast) => {
    const { id } = await submissionOf(cast, who);
    return paths.submission(who.developerId, id);
  }),
  portal('submission-asked', 'asked', async (who, cast) => {
    const { id } = await submissionOf(cast, who);
    return paths.submission(who.developerId, id);
  }),
  portal('more-time', 'due', (who) => paths.extension(who.developerId)),
  portal('more-time-restricted', 'restricted', (who) => paths.extension(who.developerId)),
  portal('findings', 'active', (who) => paths.findings(who.developerId)),
  portal('findings-none', 'new', (who) => paths.findings(who.developerId)),
  portal('finding', 'active', async (who, cast) => paths.finding(who.developerId, await findingOf(cast, who))),
  portal('keys', 'due', (who) => paths.keys(who.developerId)),
  portal('keys-suspended', 'suspended', (who) => paths.keys(who.developerId)),
  portal('organisation', 'due', (who) => paths.organisation(who.developerId)),
  portal('contacts', 'due', (who) => paths.contacts(who.developerId)),
  portal('apps', 'long', (who) => paths.apps(who.developerId)),
  portal('delegations', 'due', (who) => paths.delegations(who.developerId)),
  portal('delegations-new', 'due', (who) => paths.newDelegation(who.developerId)),
  portal('sessions', 'due', (who) => paths.sessions(who.developerId)),
  portal('ending', 'due', (who) => paths.ending(who.developerId)),
  portal('history', 'due', (who) => paths.history(who.developerId)),
  portal('nothing-here', 'due', () => '/developers/dev_nobody'),

  desk('desk-today', () => paths.desk()),
  desk('desk-developers', () => paths.deskDevelopers()),
  desk('desk-developer', (_who, cast) => paths.deskDeveloper(cast.of('suspended').developerId)),
  desk('desk-reviews', () => paths.deskReviews()),
  desk('desk-review', async (_who, cast) => paths.deskReview((await submissionOf(cast, cast.of('returned'))).id)),
  desk('desk-review-asked', async (_who, cast) => paths.deskReview((await submissionOf(cast, cast.of('asked'))).id)),
  desk('desk-enforcement', () => paths.deskEnforcement()),
  desk('desk-post-mortem', async (_who, cast) => paths.deskPostMortem(await undoneIn(cast)), 'legal'),
  desk('desk-wrongful', () => paths.deskWrongful(), 'legal'),
  desk('desk-suspensions', (_who, cast) => paths.deskDeveloper(cast.of('suspended').developerId, 'suspensions')),
  desk('desk-records', () => paths.deskRecords(), 'legal'),
  desk('desk-records-not-for-me', () => paths.deskRecords()),
  desk('desk-campaigns', () => paths.deskCampaigns()),
  desk('desk-policies-new', () => paths.deskNewPolicy()),
  desk('desk-legal', () => paths.deskLegal()),
  desk('desk-import', () => paths.deskImports(), 'am'),
  desk('desk-import-preview', async (_who, cast) => paths.deskImport(await importOf(cast)), 'am'),
  desk('desk-people', () => paths.deskPeople(), 'admin'),
  desk('desk-tokens', () => paths.deskTokens(), 'admin'),
  desk('desk-mails', () => paths.deskMails()),
  desk('desk-reasons', () => paths.deskReasons(), 'legal'),
  desk('desk-tiers', async (_who, cast) => (await tierOf(cast)) && paths.deskTiers()),
  desk('desk-tier', async (_who, cast) => paths.deskTier((await tierOf(cast)).tierId)),
  desk('desk-terms-new', async (_who, cast) => paths.deskNewTerms((await tierOf(cast)).tierId)),
  desk('desk-terms-proposed', (_who, cast) => versionOf(cast, 'proposed')),
  desk('desk-terms-proposed-by-me', (_who, cast) => versionOf(cast, 'proposed'), 'legal'),
  desk('desk-terms-in-force', (_who, cast) => versionOf(cast, 'inForce')),
];

/** The pictures that the README shows, each as much of a page as a window shows at once. */
export const readmePictures: readonly { name: string; language: Language; width: number; height: number }[] = [
  { name: 'required-actions-grace', language: 'en', width: 1280, height: 800 },
  { name: 'walk-question-last-cycle', language: 'zh-CN', width: 1280, height: 800 },
  { name: 'status-restricted', language: 'en', width: 360, height: 1500 },
  { name: 'desk-today', language: 'en', width: 1280, height: 800 },
];

/** A file with a developer that is fine and one that is not. */
async function importOf({ world }: Cast): Promise<ImportId> {
  const rows = [importRow('fine'), importRow('wrong', { country: 'cn', contactEmail: 'mei at example' })];
  const headers = { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="developers.csv"' };
  return (await world.am.call('POST', '/v1/imports', Buffer.from(importFile(rows)), headers)).id;
}

async function linkOf({ world, of }: Cast, name: string): Promise<string> {
  const { personId } = await world.db
    .selectFrom('memberships')
    .select('personId')
    .where('developerId', '=', of(name).developerId)
    .where('role', '=', 'signatory')
    .executeTakeFirstOrThrow();
  return createSignInLink(world.db, personId, Date.now());
}

async function versionOf(cast: Cast, which: 'proposed' | 'inForce'): Promise<string> {
  const tier = await tierOf(cast);
  return paths.deskTermsVersion(tier.tierId, tier[which]);
}

/** The post-mortem of a suspension that two people decided and one undid. */
async function undoneIn({ world, of }: Cast): Promise<PostMortemId> {
  const { developerId, appId } = of('due');
  const path = `/v1/developers/${developerId}`;
  const { items: known } = await world.lead.call('GET', '/v1/post-mortems');
  if (known.length > 0) return known[0].id;
  const reason = 'The SDK answers from an app that is not registered here.';
  const asked = { appId, class: 'account-manager', reason, clause: '2.1' };
  const { id } = await world.am.call('POST', `${path}/suspension-requests`, asked);
  await world.lead.call('POST', `/v1/suspension-requests/${id}/confirm`);
  const { items } = await world.lead.call('GET', `${path}/suspensions?isOpen=true`);
  await world.lead.call('POST', `/v1/suspensions/${items[0].id}/undo`, {
    reason: 'The app that we found belongs to another company of a similar name.',
    found: 'The developer called the account manager within the hour.',
  });
  return (await world.lead.call('GET', '/v1/post-mortems')).items[0].id;
}

/** The newest formal notice of a developer. */
async function noticeOf({ world }: Cast, { developerId }: Character) {
  const { id } = await world.db
    .selectFrom('notices')
    .select('id')
    .where('developerId', '=', developerId)
    .where('template', '=', 'formal-notice')
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

/** The newest submission of a developer. */
async function submissionOf({ world }: Cast, { developerId }: Character) {
  return world.db
    .selectFrom('submissions')
    .select(['id', 'signatureId'])
    .where('developerId', '=', developerId)
    .orderBy('signedAt', 'desc')
    .executeTakeFirstOrThrow();
}

/** The newest finding about a developer. */
async function findingOf({ world }: Cast, { developerId }: Character) {
  const { id } = await world.db
    .selectFrom('findings')
    .select('id')
    .where('developerId', '=', developerId)
    .orderBy('raisedAt', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}
