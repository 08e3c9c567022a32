import { z } from 'zod';
import { mostDelegates } from '../domain/delegation';
import { delegationScopes, developerRoles, staffRoles } from '../domain/permissions';
import { keptFile, largestEvidenceBytes } from './evidence';
import { fileAnswer, fileBody, nothing, operation } from './operation';
import { page, paging } from './paging';
import { day, email, flag, id, instant, language, line, prose } from './values';

const tag = 'Delegations';
const reads = { developer: developerRoles, staff: staffRoles } as const;
/** Who is let in is the developer's own to say, and only who signs for it says so. */
const grants = { developer: ['signatory'] } as const;
const params = { developerId: id('dev') };
const oneDelegation = { developerId: id('dev'), delegationId: id('dlg') };
/** A mandate is a signed paper: a document or a picture of one. */
export const mandateMediaTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const;

const scopes = z
  .array(z.enum(delegationScopes))
  .min(1, 'name at least one scope')
  .refine((all) => new Set(all).size === all.length, { message: 'each scope once' })
  .describe(
    'draft: what a preparer does, answering findings and appealing too. keys: issue, roll and revoke SDK keys. sign: sign and submit, once the mandate is uploaded. None includes another.',
  );

const newDelegate = z.strictObject({ name: line(120), email, language });

const delegateView = z
  .strictObject({
    personId: id('per'),
    name: z.string().nullable().describe('null while the person, known to us from elsewhere, has not confirmed.'),
    email: z.string(),
    language,
    addedAt: instant,
    verifiedAt: instant.nullable().describe('When the person followed a link sent to their address: let in from then.'),
  })
  .meta({ id: 'Delegate' });

export const delegationView = z
  .strictObject({
    id: id('dlg'),
    developerId: id('dev'),
    agencyName: z.string(),
    scopes: z.array(z.enum(delegationScopes)),
    state: z.enum(['in-force', 'ended', 'revoked']),
    grantedBy: id('per'),
    grantedAt: instant,
    endsOn: day.describe('The last day, in the zone the developer had when it was granted.'),
    endsAt: instant,
    mandate: z
      .strictObject({ evidenceId: id('evd'), ...keptFile })
      .nullable()
      .describe('The one that stands; null: nothing can be signed yet.'),
    delegates: z.array(delegateView),
    revocation: z.strictObject({ by: id('per'), at: instant, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Delegation' });

export const grantDelegation = operation({
  id: 'grantDelegation',
  method: 'post',
  path: '/v1/developers/{developerId}/delegations',
  summary: 'Let an agency act for the developer',
  description:
    'For named scopes and through a named day: there is no default. Its people are invited by mail and let in once they followed the link. ' +
    'What was granted is not changed: revoke it and grant another.',
  tag,
  access: grants,
  params,
  body: z.strictObject({
    agencyName: line(200),
    scopes,
    endsOn: day.describe('The last day, in the zone of the developer; at most `delegationLongest` of the terms ahead.'),
    delegates: z.array(newDelegate).max(mostDelegates),
  }),
  responses: { 201: delegationView },
  errors: ['delegation.ends-too-late', 'delegation.ends-too-early', 'delegate.exists', 'developer.offboarded'],
});

export const listDelegations = operation({
  id: 'listDelegations',
  method: 'get',
  path: '/v1/developers/{developerId}/delegations',
  summary: "List a developer's delegations, also those that ended",
  tag,
  access: reads,
  params,
  query: { isInForce: flag.optional(), ...paging(['grantedAt', 'endsOn'], '-grantedAt') },
  responses: { 200: page(delegationView) },
  errors: [],
});

export const getDelegation = operation({
  id: 'getDelegation',
  method: 'get',
  path: '/v1/developers/{developerId}/delegations/{delegationId}',
  summary: 'One delegation',
  description: 'Delegates read their own.',
  tag,
  access: reads,
  params: oneDelegation,
  responses: { 200: delegationView },
  errors: [],
});

export const uploadMandate = operation({
  id: 'uploadMandate',
  method: 'post',
  path: '/v1/developers/{developerId}/delegations/{delegationId}/mandate',
  summary: 'Upload the mandate under which the agency signs',
  description:
    'The file is the body as it is, at most 5 MB; Content-Type says what it is and must be true, Content-Disposition may name it. ' +
    'It replaces the one before, which stays on record with what was signed under it.',
  tag,
  access: grants,
  params: oneDelegation,
  body: fileBody(mandateMediaTypes, largestEvidenceBytes),
  responses: { 201: delegationView },
  errors: ['delegation.ended', 'evidence.type-refused', 'evidence.too-large'],
});

export const downloadMandate = operation({
  id: 'downloadMandate',
  method: 'get',
  path: '/v1/developers/{developerId}/delegations/{delegationId}/mandate',
  summary: 'Download the mandate that stands',
  tag,
  access: reads,
  params: oneDelegation,
  responses: { 200: fileAnswer(...mandateMediaTypes) },
  errors: ['evidence.missing'],
});

export const revokeDelegation = operation({
  id: 'revokeDelegation',
  method: 'post',
  path: '/v1/developers/{developerId}/delegations/{delegationId}/revoke',
  summary: 'End a delegation',
  description: 'Takes effect at once, in sessions too. What was signed under it stays signed.',
  tag,
  access: { developer: ['signatory'], staff: ['admin'] },
  params: oneDelegation,
  body: z.strictObject({ reason: prose(1000) }),
  responses: { 200: delegationView },
  errors: ['delegation.ended'],
});

export const addDelegate = operation({
  id: 'addDelegate',
  method: 'post',
  path: '/v1/developers/{developerId}/delegations/{delegationId}/delegates',
  summary: 'Add a person of the agency',
  description: `They are invited by mail, and let in once they followed the link. At most ${mostDelegates} people.`,
  tag,
  access: grants,
  params: oneDelegation,
  body: newDelegate,
  responses: { 201: delegationView },
  errors: ['delegation.ended', 'delegate.exists', 'delegate.too-many'],
});

export const removeDelegate = operation({
  id: 'removeDelegate',
  method: 'delete',
  path: '/v1/developers/{developerId}/delegations/{delegationId}/delegates/{personId}',
  summary: 'Remove a person of the agency',
  description: 'Takes effect at once, in sessions too.',
  tag,
  access: grants,
  params: { ...oneDelegation, personId: id('per') },
  responses: { 204: nothing },
  errors: [],
});
