import { z } from 'zod';
import { delegationScopes, developerRoles, staffRoles } from '../domain/permissions';
import { nothing, operation, signedIn } from './operation';
import { day, email, id, instant } from './values';

const tag = 'Sign-in';

const linkToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'the token of a sign-in link is expected')
  .describe('The token of the link, as it stands in the mail.');

const who = {
  person: z.strictObject({ id: id('per'), name: z.string(), email: z.string() }),
  memberships: z
    .array(z.strictObject({ developerId: id('dev'), role: z.enum(developerRoles) }))
    .describe('The developers this person may act for.'),
  delegations: z
    .array(
      z.strictObject({
        delegationId: id('dlg'),
        developerId: id('dev'),
        agencyName: z.string(),
        scopes: z.array(z.enum(delegationScopes)),
        endsOn: day.describe('The last day, in the zone of the developer.'),
        hasMandate: z.boolean().describe('Without a mandate nothing is signed.'),
      }),
    )
    .describe('The developers this person acts for as somebody of an agency: those in force now.'),
  staff: z
    .strictObject({ role: z.enum(staffRoles) })
    .nullable()
    .describe("The person's role with the vendor; null for others."),
};

const csrfToken = z.string().describe('Browsers send it back as X-CSRF-Token with every change.');

/** Who is signed in, and as what. */
export const sessionView = z
  .strictObject({
    id: id('ses'),
    via: z.enum(['cookie', 'bearer']),
    csrfToken,
    expiresAt: instant.describe('The latest end; it ends earlier after 8 hours without use.'),
    isEmbedded: z.boolean().describe('Whether this is a copy on somebody’s own machine, where time can be moved.'),
    ...who,
  })
  .meta({ id: 'Session' });

export const requestSignInLink = operation({
  id: 'requestSignInLink',
  method: 'post',
  path: '/v1/sign-in-links',
  summary: 'Ask for a sign-in link by mail',
  description: 'Always answers 202, whether or not the address is known. The link works once and for 15 minutes.',
  tag,
  access: { public: true },
  body: z.strictObject({ email }),
  responses: { 202: nothing },
  errors: [],
});

export const startSession = operation({
  id: 'startSession',
  method: 'post',
  path: '/v1/sessions',
  summary: 'Sign in with the token of a link',
  description:
    'For scripts: `sessionToken` is sent as `Authorization: Bearer …` and needs no X-CSRF-Token. People open the link in a browser instead, which starts a session with a cookie. ' +
    'Following a link also confirms the contacts that waited for it.',
  tag,
  access: { public: true },
  body: z.strictObject({ token: linkToken }),
  responses: {
    201: z
      .strictObject({ sessionToken: z.string().describe('Shown this once.'), csrfToken, expiresAt: instant, ...who })
      .meta({ id: 'StartedSession' }),
  },
  errors: ['sign-in.link-expired', 'sign-in.link-used', 'access.forbidden'],
});

export const confirmContact = operation({
  id: 'confirmContact',
  method: 'post',
  path: '/v1/contact-confirmations',
  summary: 'Confirm a contact by the token of a link',
  description:
    'For contacts who receive mail but do not sign in (backup, executive, legal). Uses the link up and starts no session.',
  tag,
  access: { public: true },
  body: z.strictObject({ token: linkToken }),
  responses: { 200: z.strictObject({ confirmed: z.int().describe('How many contacts waited for it.') }) },
  errors: ['sign-in.link-expired', 'sign-in.link-used'],
});

export const getSession = operation({
  id: 'getSession',
  method: 'get',
  path: '/v1/session',
  summary: 'Who am I',
  tag,
  access: signedIn,
  responses: { 200: sessionView },
  errors: [],
});

export const endSession = operation({
  id: 'endSession',
  method: 'delete',
  path: '/v1/session',
  summary: 'Sign out',
  tag,
  access: signedIn,
  responses: { 204: nothing },
  errors: [],
});

export const listSessions = operation({
  id: 'listSessions',
  method: 'get',
  path: '/v1/sessions',
  summary: 'List my sessions',
  tag,
  access: signedIn,
  responses: {
    200: z.strictObject({
      items: z.array(
        z
          .strictObject({
            id: id('ses'),
            client: z.enum(['browser', 'script']),
            browser: z.string().nullable().describe('Its name as it gave it when it signed in; null where it did not.'),
            operatingSystem: z.string().nullable(),
            isCurrent: z.boolean(),
            createdAt: instant,
            lastUsedAt: instant,
            expiresAt: instant,
          })
          .meta({ id: 'ListedSession' }),
      ),
    }),
  },
  errors: [],
});

export const revokeSession = operation({
  id: 'revokeSession',
  method: 'delete',
  path: '/v1/sessions/{sessionId}',
  summary: 'End one of my sessions',
  tag,
  access: signedIn,
  params: { sessionId: id('ses') },
  responses: { 204: nothing },
  errors: ['resource.not-found'],
});
