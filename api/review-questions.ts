import { z } from 'zod';
import { developerRoles, staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { id, instant, prose } from './values';

const tag = 'Reviews';

export const reviewQuestionView = z
  .strictObject({
    id: id('qst'),
    words: z.string().describe('What the reviewer asks, in their words.'),
    askedAt: instant,
    answer: z.string().nullable().describe("The developer's answer, in their words."),
    answeredAt: instant.nullable(),
    isOpen: z.boolean().describe('It can be answered: nobody has, and the item is not decided.'),
  })
  .meta({ id: 'ReviewQuestion' });

export const askReviewQuestion = operation({
  id: 'askReviewQuestion',
  method: 'post',
  path: '/v1/reviews/{submissionId}/questions',
  summary: 'Ask the developer about an item of a submission',
  description:
    'One open question for each item, while nobody has decided it. It is mailed to the developer. It decides nothing and moves no date: the answer to the submission is owed by the same moment as before, whether the question is answered or not. Legal asks about items that claim an exemption and no others.',
  tag,
  access: { staff: staffRoles },
  params: { submissionId: id('sub') },
  body: z.strictObject({
    requirementId: id('req'),
    words: prose(2000).describe('The developer reads it word for word.'),
  }),
  responses: { 201: reviewQuestionView },
  errors: [
    'resource.not-found',
    'requirement.already-decided',
    'requirement.not-submitted',
    'submission.already-answered',
    'review.own-submission',
    'review.question-open',
    'developer.offboarded',
  ],
});

export const answerReviewQuestion = operation({
  id: 'answerReviewQuestion',
  method: 'post',
  path: '/v1/developers/{developerId}/submissions/{submissionId}/questions/{questionId}/answer',
  summary: 'Answer what a reviewer asks about an item',
  description:
    'Once, while nobody has decided the item. The reviewer reads it beside the item. Nothing is lost by not answering.',
  tag,
  access: { developer: developerRoles },
  params: { developerId: id('dev'), submissionId: id('sub'), questionId: id('qst') },
  body: z.strictObject({ answer: prose(4000) }),
  responses: { 200: reviewQuestionView },
  errors: ['resource.not-found', 'review.question-answered', 'review.question-closed'],
});
