import { z } from 'zod';
import { riskFlags } from '../domain/lifecycle/state';
import { developerRoles, staffRoles } from '../domain/permissions';
import { sdkProducts } from '../domain/products';
import { answers, bilingual, obligation, requirementState } from './drafts';
import { operation } from './operation';
import { page, paging } from './paging';
import { reviewQuestionView } from './review-questions';
import { day, flag, id, instant, language, line } from './values';

const tag = 'Submissions';
const reads = { developer: developerRoles, staff: staffRoles } as const;
const params = { developerId: id('dev') };
const sdkProduct = z.enum(sdkProducts);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const outcome = z.enum(['green', 'amber', 'red']);
const appIdList = z
  .string()
  .max(5000)
  .transform((words) => words.split(',').filter((part) => part !== ''))
  .pipe(z.array(id('app')).min(1).max(100))
  .meta({ type: 'string', example: 'app_01hq3m5v7x9z2b4d6f8h' })
  .describe('Ids of apps, with commas between.');

/** What has to be right before it can be signed. */
const missingFault = z.strictObject({
  path: z.string().describe('/apps/{appId}/{obligation}, then a JSON pointer into the answers.'),
  message: z.string(),
});

export const signingView = z
  .strictObject({
    language,
    isReady: z.boolean().describe('Nothing is missing: it can be signed.'),
    words: z
      .string()
      .describe('Exactly what is signed. Send it back as `signature.words`. Other answers make other words.'),
    apps: z.array(
      z.strictObject({
        appId: id('app'),
        name: z.string(),
        sdkProduct,
        isReady: z.boolean(),
        statements: z.array(
          z.strictObject({
            requirementId: id('req'),
            obligation,
            catalogueVersion: z.string(),
            title: z.string(),
            clauses: z.array(z.string()),
            text: z.string().describe('What is stated.'),
            answers: answers.describe('What is stated with it: without fields that are not asked.'),
            draftVersion: z.int(),
          }),
        ),
      }),
    ),
    missing: z.array(missingFault),
  })
  .meta({ id: 'Signing' });

export const getSigning = operation({
  id: 'getSigning',
  method: 'get',
  path: '/v1/developers/{developerId}/signing',
  summary: 'Read what is to be signed, and what is missing',
  tag,
  access: { developer: developerRoles },
  params,
  query: {
    appIds: appIdList.optional().describe('Without it: every app that has something outstanding.'),
    language: language.optional().describe("Without it: the developer's."),
  },
  responses: { 200: signingView },
  errors: ['resource.not-found', 'submission.nothing-outstanding'],
});

export const checkResultView = z.strictObject({
  name: z.string(),
  obligation: obligation.nullable(),
  outcome,
  detail: z
    .strictObject({ en: z.string(), 'zh-CN': z.string().nullable() })
    .describe('What was found. Null in Chinese where it was written down in English alone.'),
});

export const submissionItemView = z.strictObject({
  requirementId: id('req'),
  obligation,
  statementId: id('stm'),
  sha256: sha256.describe('Over the canonical record (RFC 8785) of the statement.'),
  state: requirementState,
  reasonCode: z.string().nullable(),
  reasonText: bilingual.nullable(),
  reason: z.string().nullable(),
  decidedAt: instant.nullable(),
  questions: z.array(reviewQuestionView).describe('What reviewers asked about it, the oldest first.'),
});

export const submissionView = z
  .strictObject({
    id: id('sub').describe('Quote it as the reference.'),
    appId: id('app'),
    appName: z.string(),
    sdkProduct,
    cycleId: id('cyc'),
    signatureId: id('sig'),
    signedAt: instant,
    signedBy: id('per'),
    state: z
      .enum(['checking', 'in-review', 'accepted', 'returned', 'ended'])
      .describe('checking: the automatic checks run. ended: the app was retired before an answer.'),
    next: z
      .strictObject({ who: z.enum(['vendor', 'developer', 'nobody']), by: instant.nullable() })
      .describe('Who acts next, and by when the vendor promised to.'),
    isClockStopped: z.boolean().describe("The developer's clock stands while the vendor owes the answer."),
    isPassedProvisionally: z.boolean(),
    checks: z.enum(['pending', 'green', 'amber', 'red']),
    riskFlags: z.array(z.enum(riskFlags)),
    answeredAt: instant.nullable(),
    items: z.array(submissionItemView),
  })
  .meta({ id: 'Submission' });

export const submissionDetailView = submissionView
  .extend({
    acceptance: z
      .strictObject({
        at: instant,
        coveredThroughOn: day.nullable().describe('The day up to which it covers the app, as it was said then.'),
      })
      .nullable()
      .describe('How the app was accepted by it; null where it was not.'),
    checkResults: z.array(checkResultView),
    receipt: z.strictObject({
      signatureId: id('sig'),
      signedAt: instant,
      language,
      words: z.string().describe('All the words that were signed.'),
      delegationId: id('dlg').nullable().describe('By which an agency signed; null for a signatory of the developer.'),
      commitment: sha256.describe('SHA-256 over the canonical { salt, typedName, typedTitle }.'),
      statements: z.array(z.strictObject({ statementId: id('stm'), sha256 })),
    }),
  })
  .meta({ id: 'SubmissionDetail' });

export const signSubmission = operation({
  id: 'signSubmission',
  method: 'post',
  path: '/v1/developers/{developerId}/submissions',
  summary: 'Sign and submit',
  description:
    'States every outstanding obligation of the apps named, from their drafts, in the words of GET …/signing. Only a signatory signs, or a delegate under a mandate: the words then say so.',
  tag,
  access: { developer: ['signatory'] },
  params,
  body: z.strictObject({
    appIds: z
      .array(id('app'))
      .min(1)
      .max(100)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'each app once' }),
    signature: z.strictObject({
      typedName: line(120),
      typedTitle: line(120),
      hasAuthority: z.literal(true, { error: 'state your authority to sign: true' }),
      words: z.string().max(200_000).describe('`words` of GET …/signing, character for character.'),
      language,
    }),
  }),
  responses: { 201: z.strictObject({ items: z.array(submissionView) }).meta({ id: 'SignedSubmissions' }) },
  errors: [
    'resource.not-found',
    'app.retired',
    'answers.invalid',
    'exemption.too-long',
    'exemption.end-past',
    'draft.stale',
    'submission.nothing-outstanding',
    'submission.incomplete',
    'developer.offboarded',
    'delegation.mandate-missing',
    'delegation.ended',
  ],
});

export const listSubmissions = operation({
  id: 'listSubmissions',
  method: 'get',
  path: '/v1/developers/{developerId}/submissions',
  summary: "List a developer's submissions",
  tag,
  access: reads,
  params,
  query: {
    appId: id('app').optional(),
    signatureId: id('sig').optional().describe('What was signed in one act.'),
    isAnswered: flag.optional(),
    ...paging(['signedAt'], '-signedAt'),
  },
  responses: { 200: page(submissionView) },
  errors: [],
});

export const getSubmission = operation({
  id: 'getSubmission',
  method: 'get',
  path: '/v1/developers/{developerId}/submissions/{submissionId}',
  summary: 'Read a submission with its receipt',
  tag,
  access: reads,
  params: { developerId: id('dev'), submissionId: id('sub') },
  responses: { 200: submissionDetailView },
  errors: ['resource.not-found'],
});

export const getStatement = operation({
  id: 'getStatement',
  method: 'get',
  path: '/v1/developers/{developerId}/statements/{statementId}',
  summary: 'Read a signed statement as it read that day',
  description: 'The hash is SHA-256 over `record` in the canonical form of RFC 8785.',
  tag,
  access: reads,
  params: { developerId: id('dev'), statementId: id('stm') },
  responses: {
    200: z
      .strictObject({
        id: id('stm'),
        sha256,
        record: z.record(z.string(), z.unknown()).describe('Sealed: it never changes.'),
      })
      .meta({ id: 'Statement' }),
  },
  errors: ['resource.not-found'],
});
