import { z } from 'zod';
import { catalogueVersions } from '../domain/catalogue';
import { obligations } from '../domain/obligations';
import { staffRoles } from '../domain/permissions';
import { sdkProducts } from '../domain/products';
import { operation } from './operation';
import { page, paging } from './paging';
import { day, id, instant, line, prose } from './values';

const tag = 'Policy';
const onePolicy = { policyVersionId: id('pol') };
export const policyAccess = { staff: ['lead', 'legal', 'admin'] } as const;

const clauseNumber = line(20).describe('As the policy numbers it.');
const clause = z.strictObject({ clause: clauseNumber, en: z.string(), zhCn: z.string().nullable() });
export const namedPerson = z.strictObject({ id: id('per'), name: z.string() });

const policyBody = z.strictObject({
  title: line(120),
  clauses: z
    .array(z.strictObject({ clause: clauseNumber, en: prose(8000), zhCn: prose(8000) }))
    .min(1)
    .max(50)
    .describe('Every clause as it will read, in both languages.'),
  summary: z.strictObject({ en: prose(2000), zhCn: prose(2000) }).describe('What changed, as developers read it.'),
  isMaterial: z.boolean().describe('Only a material change is asked of developers.'),
  sdkProducts: z.array(z.enum(sdkProducts)).min(1).describe('Whose developers it concerns.'),
  catalogueVersion: z.enum(catalogueVersions).describe('The edition of the catalogue by which it is asked.'),
  effectiveOn: day,
});

const policySummary = {
  id: id('pol'),
  title: z.string(),
  state: z.enum(['draft', 'published']),
  isMaterial: z.boolean(),
  sdkProducts: z.array(z.enum(sdkProducts)),
  obligations: z.array(z.enum(obligations)).describe('Those that rest on a clause that changes.'),
  catalogueVersion: z.string(),
  effectiveOn: day,
  authors: z.array(namedPerson),
  changedAt: instant,
  publishedBy: namedPerson.nullable(),
  publishedAt: instant.nullable(),
};
export const policySummaryView = z.strictObject(policySummary).meta({ id: 'PolicyVersionSummary' });

export const policyView = z
  .strictObject({
    ...policySummary,
    summary: z.strictObject({ en: z.string(), zhCn: z.string() }),
    clauses: z
      .array(z.strictObject({ clause: z.string(), isChanged: z.boolean(), before: clause.nullable(), after: clause }))
      .describe('A published version beside what it replaced; a draft beside what is in force now.'),
  })
  .meta({ id: 'PolicyVersion' });

export const getPolicyInForce = operation({
  id: 'getPolicyInForce',
  method: 'get',
  path: '/v1/policy-in-force',
  summary: 'Read the clauses in force',
  description:
    'As they were published last; before the first publication, as the catalogue has them, in English alone.',
  tag,
  access: { staff: staffRoles },
  responses: {
    200: z
      .strictObject({
        policyVersionId: id('pol').nullable(),
        clauses: z.array(clause),
        catalogueVersions: z.array(z.string()),
      })
      .meta({ id: 'PolicyInForce' }),
  },
  errors: [],
});

export const draftPolicy = operation({
  id: 'draftPolicy',
  method: 'post',
  path: '/v1/policy-versions',
  summary: 'Draft a version of the policy',
  tag,
  access: policyAccess,
  body: policyBody,
  responses: { 201: policyView },
  errors: [],
});

export const listPolicyVersions = operation({
  id: 'listPolicyVersions',
  method: 'get',
  path: '/v1/policy-versions',
  summary: 'List the versions of the policy',
  tag,
  access: { staff: staffRoles },
  query: { state: policySummary.state.optional(), ...paging(['changedAt'], '-changedAt') },
  responses: { 200: page(policySummaryView) },
  errors: [],
});

export const getPolicyVersion = operation({
  id: 'getPolicyVersion',
  method: 'get',
  path: '/v1/policy-versions/{policyVersionId}',
  summary: 'Read a version of the policy, clause by clause beside the one before',
  tag,
  access: { staff: staffRoles },
  params: onePolicy,
  responses: { 200: policyView },
  errors: ['resource.not-found'],
});

export const changePolicy = operation({
  id: 'changePolicy',
  method: 'put',
  path: '/v1/policy-versions/{policyVersionId}',
  summary: 'Write a draft anew',
  description: 'Who does becomes one of its authors, and cannot publish it.',
  tag,
  access: policyAccess,
  params: onePolicy,
  body: policyBody,
  responses: { 200: policyView },
  errors: ['resource.not-found', 'policy.already-published'],
});

export const publishPolicy = operation({
  id: 'publishPolicy',
  method: 'post',
  path: '/v1/policy-versions/{policyVersionId}/publish',
  summary: 'Publish a draft, as somebody who did not write it',
  description: 'It is frozen then. Nobody is asked anything by it: a campaign does that.',
  tag,
  access: policyAccess,
  params: onePolicy,
  responses: { 200: policyView },
  errors: ['resource.not-found', 'policy.already-published', 'policy.same-person'],
});
