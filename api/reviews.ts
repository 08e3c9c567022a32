import { z } from 'zod';
import { riskFlags } from '../domain/lifecycle/state';
import { staffRoles } from '../domain/permissions';
import { sdkProducts } from '../domain/products';
import { type ReasonCode, reasonCodes } from '../domain/reviews/reason-codes';
import { answers, bilingual, earlierStatementView } from './drafts';
import { evidenceView } from './evidence';
import { exemptionView } from './exemptions';
import { operation } from './operation';
import { page, paging } from './paging';
import { reviewQuestionView } from './review-questions';
import { checkResultView, submissionItemView } from './submissions';
import { day, flag, id, instant, prose } from './values';

const tag = 'Reviews';
const reads = { staff: staffRoles } as const;
const decides = { staff: staffRoles } as const;
const sdkProduct = z.enum(sdkProducts);
const reasonCode = z.enum(Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]]);

/** A submission as it stands in the queue. */
export const queuedReviewView = z
  .strictObject({
    submissionId: id('sub'),
    developer: z.strictObject({
      id: id('dev'),
      legalName: z.string(),
      accountManagerId: id('per').nullable(),
    }),
    app: z.strictObject({ id: id('app'), name: z.string(), sdkProduct }),
    signedAt: instant,
    reviewDueAt: instant.nullable().describe('The service level: 5 working days.'),
    isOverdue: z.boolean(),
    checks: z.enum(['pending', 'green', 'amber', 'red']),
    riskFlags: z.array(z.enum(riskFlags)),
    needsReview: z.boolean().describe('False while the automatic checks still run.'),
    why: z.string().nullable().describe('Why a person has to look.'),
    itemsWaiting: z.int(),
    questions: z
      .strictObject({ open: z.int(), answered: z.int() })
      .describe('Asked about items that wait: how many have no answer yet, and how many do.'),
  })
  .meta({ id: 'QueuedReview' });

export const listReviews = operation({
  id: 'listReviews',
  method: 'get',
  path: '/v1/reviews',
  summary: 'The queue of submissions that wait for an answer',
  tag,
  access: reads,
  query: {
    mine: flag.optional().describe('Of developers whom I look after, also for somebody who is away.'),
    accountManagerId: id('per').optional(),
    sdkProduct: sdkProduct.optional(),
    isOverdue: flag.optional(),
    needsReview: flag.optional(),
    signedBefore: instant.optional().describe('Older than this moment.'),
    ...paging(['signedAt', 'reviewDueAt'], 'reviewDueAt'),
  },
  responses: { 200: page(queuedReviewView) },
  errors: [],
});

const name = z.string().nullable().describe('null for a person who was erased.');

const decision = z.strictObject({
  by: z.strictObject({ kind: z.enum(['staff', 'checks']), personId: id('per').nullable(), name }),
  at: instant,
});

/** A question as a reviewer sees it: with who asked and who answered. */
const askedQuestion = reviewQuestionView
  .extend({
    askedBy: z.strictObject({ personId: id('per'), name }),
    answeredBy: z.strictObject({ personId: id('per'), name }).nullable(),
  })
  .meta({ id: 'AskedQuestion' });

export const reviewView = queuedReviewView
  .extend({
    answeredAt: instant.nullable(),
    signedBy: id('per'),
    language: z.string(),
    words: z.string().describe('All the words that were signed.'),
    items: z.array(
      submissionItemView.extend({
        catalogueVersion: z.string().describe('The version that asked what was answered.'),
        title: bilingual,
        clauses: z.array(z.string()),
        statement: z.string().describe('What was stated.'),
        answers,
        lastCycle: earlierStatementView.nullable(),
        evidence: z.array(evidenceView),
        checkResults: z.array(checkResultView),
        exemption: exemptionView.nullable().describe('The legal exemption that this item claims.'),
        decision: decision.nullable(),
        questions: z.array(askedQuestion).describe('What was asked about it, the oldest first.'),
      }),
    ),
  })
  .meta({ id: 'Review' });

export const getReview = operation({
  id: 'getReview',
  method: 'get',
  path: '/v1/reviews/{submissionId}',
  summary: 'A submission, item by item, as a reviewer needs it',
  tag,
  access: reads,
  params: { submissionId: id('sub') },
  responses: { 200: reviewView },
  errors: ['resource.not-found'],
});

export const decideReview = operation({
  id: 'decideReview',
  method: 'post',
  path: '/v1/reviews/{submissionId}/decisions',
  summary: 'Accept or return items of a submission',
  description:
    'All items named are decided, or none. A return takes a reason code and a sentence for the developer. To accept an item that claims a legal exemption grants it. Legal decides on those items and no others.',
  tag,
  access: decides,
  params: { submissionId: id('sub') },
  body: z.strictObject({
    items: z
      .array(
        z.strictObject({
          requirementId: id('req'),
          outcome: z.enum(['accept', 'return']),
          reasonCode: reasonCode.optional(),
          reason: prose(2000).optional(),
          untilOn: day
            .optional()
            .describe('For accepting an item that claims an exemption: an earlier last day than was claimed.'),
        }),
      )
      .min(1)
      .max(20)
      .refine((items) => new Set(items.map(({ requirementId }) => requirementId)).size === items.length, {
        message: 'each item once',
      }),
  }),
  responses: { 200: reviewView },
  errors: [
    'resource.not-found',
    'requirement.already-decided',
    'requirement.not-submitted',
    'review.reason-missing',
    'review.own-submission',
    'exemption.too-long',
    'exemption.end-past',
    'exemption.not-claimed',
  ],
});

export const listReasonCodes = operation({
  id: 'listReasonCodes',
  method: 'get',
  path: '/v1/review-reasons',
  summary: 'List the reasons for which an item can be returned',
  tag,
  access: reads,
  responses: {
    200: z.strictObject({ items: z.array(z.strictObject({ code: reasonCode, text: bilingual })) }),
  },
  errors: [],
});
