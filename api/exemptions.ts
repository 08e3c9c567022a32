import { z } from 'zod';
import { exemptionStates } from '../domain/lifecycle/exemptions';
import { developerRoles, staffRoles } from '../domain/permissions';
import { obligation } from './drafts';
import { operation } from './operation';
import { page, paging } from './paging';
import { day, id, instant, prose } from './values';

const tag = 'Exemptions';
const oneExemption = { exemptionId: id('exm') };
const jurisdiction = z
  .string()
  .regex(/^[A-Z]{2}$/, 'two capital letters, as in ISO 3166-1, are expected')
  .meta({ example: 'SG' });

export const exemptionView = z
  .strictObject({
    id: id('exm'),
    developerId: id('dev'),
    developerName: z.string(),
    app: z.strictObject({ id: id('app'), name: z.string() }),
    obligation,
    requirementId: id('req'),
    submissionId: id('sub').describe('The attestation that claims it, and the review in which it is decided.'),
    statute: z.string().describe("Statute and article, in the developer's words."),
    jurisdiction: z.string().describe('ISO 3166-1 alpha-2.'),
    reason: z.string().describe("Why it applies to this app, in the developer's words."),
    state: z
      .enum(exemptionStates)
      .describe('superseded: another exemption, a statement or the end of the app took its place.'),
    askedUntilOn: day.describe('The last day for which it was claimed.'),
    endsOn: day.describe('The last day on which it holds: as claimed, or as granted where that is earlier.'),
    endsAt: instant.nullable().describe('The end of that day, in the zone of the developer. null until it is granted.'),
    askedBy: id('per'),
    askedAt: instant,
    decidedBy: id('per').nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable().describe('Why it was refused.'),
    noticedAt: instant.nullable().describe('When the developer was told that it is about to end.'),
    endedAt: instant.nullable(),
    endedBy: id('per').nullable().describe('Who of the vendor ended it early.'),
    endReason: z.string().nullable().describe('Why it was ended early.'),
  })
  .meta({ id: 'Exemption' });

const filters = {
  state: z.enum(exemptionStates).optional(),
  appId: id('app').optional(),
  jurisdiction: jurisdiction.optional(),
  endsBefore: day.optional().describe('The last day lies before this one.'),
};
const order = paging(['endsOn'], 'endsOn');

export const listAllExemptions = operation({
  id: 'listAllExemptions',
  method: 'get',
  path: '/v1/exemptions',
  summary: 'The register of legal exemptions',
  description: 'Every exemption that was ever claimed, whatever became of it.',
  tag,
  access: { staff: staffRoles },
  query: { developerId: id('dev').optional(), ...filters, ...order },
  responses: { 200: page(exemptionView) },
  errors: [],
});

export const listExemptions = operation({
  id: 'listExemptions',
  method: 'get',
  path: '/v1/developers/{developerId}/exemptions',
  summary: "List a developer's legal exemptions",
  description: 'An exemption is claimed in the answers of an attestation, and decided in its review.',
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: { developerId: id('dev') },
  query: { ...filters, ...order },
  responses: { 200: page(exemptionView) },
  errors: [],
});

export const getExemption = operation({
  id: 'getExemption',
  method: 'get',
  path: '/v1/exemptions/{exemptionId}',
  summary: 'A legal exemption',
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: oneExemption,
  responses: { 200: exemptionView },
  errors: ['resource.not-found'],
});

export const endExemption = operation({
  id: 'endExemption',
  method: 'post',
  path: '/v1/exemptions/{exemptionId}/end',
  summary: 'End a legal exemption before its day',
  description:
    'When the law changed. What was exempt is asked again at once, with a notice and the time that it would have had on its last day.',
  tag,
  access: { staff: staffRoles },
  params: oneExemption,
  body: z.strictObject({ reason: prose(2000).describe('For the developer to read.') }),
  responses: { 200: exemptionView },
  errors: ['resource.not-found', 'exemption.not-in-force', 'developer.offboarded'],
});
