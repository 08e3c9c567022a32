import { z } from 'zod';
import type { RequirementState } from '../domain/lifecycle/state';
import { obligations } from '../domain/obligations';
import { developerRoles } from '../domain/permissions';
import { operation } from './operation';
import { day, id, instant } from './values';

const tag = 'Drafts';
const access = { developer: developerRoles } as const;
const params = { developerId: id('dev'), requirementId: id('req') };

export const obligation = z.enum(obligations);
export const requirementState = z.enum([
  'open',
  'submitted',
  'returned',
  'accepted',
  'exempt',
  'superseded',
] as const satisfies readonly RequirementState[]);
/** Answers by field slug; which fields there are says the catalogue version of the requirement. */
export const answers = z.record(z.string().max(100), z.unknown());
/** Words in both languages. */
export const bilingual = z.strictObject({ en: z.string(), 'zh-CN': z.string() });
export const fieldFault = z.strictObject({
  path: z.string().describe('JSON pointer into the answers.'),
  message: z.string(),
});

/** Why an item was returned. */
export const returnedView = z
  .strictObject({
    statementId: id('stm'),
    reasonCode: z.string(),
    reasonText: bilingual.nullable().describe('What the code means.'),
    reason: z.string().describe('What the reviewer asks to be mended.'),
    answers: answers.describe('What was stated and has to be stated anew.'),
  })
  .meta({ id: 'ReturnedStatement' });

/** A clause of the policy as the vendor words it. */
export const clause = z.strictObject({
  clause: z.string().describe('As the policy numbers it.'),
  en: z.string(),
  zhCn: z.string().nullable().describe('Null where no Chinese wording is on record.'),
});

export const earlierStatementView = z
  .strictObject({
    statementId: id('stm'),
    catalogueVersion: z.string(),
    signedAt: instant,
    answers,
    isClauseChanged: z.boolean().describe('A clause or the statement reads differently now.'),
    clauses: z.array(clause).describe('The clauses as they read then.'),
  })
  .meta({ id: 'EarlierStatement' });

export const draftView = z
  .strictObject({
    requirementId: id('req'),
    appId: id('app'),
    obligation,
    catalogueVersion: z.string(),
    clauses: z.array(clause).describe('The clauses that it rests on, as they read now.'),
    policy: z
      .strictObject({ id: id('pol'), title: z.string(), summary: bilingual, effectiveOn: day })
      .nullable()
      .describe('The published version of the policy that has them; null while they are those of the catalogue.'),
    state: requirementState,
    isOpen: z.boolean().describe('False while under review, and once accepted.'),
    version: z.int().describe('0 while nothing was saved. Send it back with the next save.'),
    answers,
    otherAnswers: z
      .record(z.string(), answers)
      .describe("What is answered under the app's other obligations, by obligation: some questions hang on them."),
    savedAt: instant.nullable(),
    savedBy: id('per').nullable(),
    missing: z.array(fieldFault).describe('What still stands between this draft and a signature; empty when closed.'),
    returned: returnedView.nullable(),
    lastCycle: earlierStatementView
      .nullable()
      .describe('What was last accepted here: to be shown beside the fields, never filled in.'),
  })
  .meta({ id: 'Draft' });

export const getDraft = operation({
  id: 'getDraft',
  method: 'get',
  path: '/v1/developers/{developerId}/requirements/{requirementId}/draft',
  summary: 'Read the draft of a requirement',
  description: 'Messages are in the language of Accept-Language, English or Chinese.',
  tag,
  access,
  params,
  responses: { 200: draftView },
  errors: ['resource.not-found'],
});

export const saveDraft = operation({
  id: 'saveDraft',
  method: 'put',
  path: '/v1/developers/{developerId}/requirements/{requirementId}/draft',
  summary: 'Save the draft of a requirement',
  description:
    'Unfinished answers are fine; unknown fields and wrong types are not. The whole draft is replaced. The first save under an obligation counts as entering its step.',
  tag,
  access,
  params,
  body: z.strictObject({ answers, version: z.int().min(0) }),
  responses: { 200: draftView },
  errors: ['resource.not-found', 'draft.stale', 'draft.closed', 'answers.invalid'],
});

export const copyDraft = operation({
  id: 'copyDraft',
  method: 'post',
  path: '/v1/developers/{developerId}/requirements/{requirementId}/draft/copy',
  summary: 'Apply a draft to other apps',
  description:
    'Copies the answers into the draft of the same obligation of each app named, over what stands there. Fields that the other app is not asked are left out. Each requirement is still stated by itself.',
  tag,
  access,
  params,
  body: z.strictObject({
    toAppIds: z
      .array(id('app'))
      .min(1)
      .max(100)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'each app once' }),
  }),
  responses: {
    200: z
      .strictObject({
        items: z.array(
          z.strictObject({
            appId: id('app'),
            requirementId: id('req'),
            version: z.int(),
            leftOut: z.array(z.string()).describe('Fields that were not copied.'),
          }),
        ),
      })
      .meta({ id: 'CopiedDrafts' }),
  },
  errors: ['resource.not-found', 'draft.stale', 'draft.closed'],
});
