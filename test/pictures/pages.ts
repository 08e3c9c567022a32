import { createSignInLink } from '../../db/workspace/sign-in-links';
import type { ImportId } from '../../domain/ids';
import type { StaffRole } from '../../domain/permissions';
import { paths } from '../../web/paths';
import { importFile, importRow } from '../support/import-file';
import type { Cast, Character } from './cast';

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

function beforeSignIn(name: string, path: ShownPage['path']): ShownPage {
  return { name, as: null, path };
}

/** A page of the desk, as somebody of this role sees it. */
function desk(name: string, role: StaffRole, path: ShownPage['path']): ShownPage {
  return { name, as: `${role}${staffAddress}`, path };
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

  desk('desk-import', 'am', () => paths.deskImports()),
  desk('desk-import-preview', 'am', async (_who, cast) => paths.deskImport(await importOf(cast))),
  desk('desk-people', 'admin', () => paths.deskPeople()),
  desk('desk-tokens', 'admin', () => paths.deskTokens()),
  desk('desk-mails', 'am', () => paths.deskMails()),
  desk('desk-reasons', 'legal', () => paths.deskReasons()),
  { name: 'desk-reviews', as: `lead${staffAddress}`, path: () => paths.deskReviews() },
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
