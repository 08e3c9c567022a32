import { z } from 'zod';
import { obligations } from '../domain/obligations';
import { developerReaders } from './access';
import { appView } from './apps';
import { operation } from './operation';
import { page, paging } from './paging';
import { day, id, instant } from './values';

const asked = z.strictObject({
  requirementId: id('req').nullable().describe('null: its cycle has not opened yet.'),
  obligation: z.enum(obligations),
  clauses: z.array(z.string()).describe('Of the privacy policy; what is asked rests on them.'),
});

export const disabledReasons = [
  'not-yet-attested',
  'restricted',
  'suspended-obligation',
  'suspended-finding',
  'suspended-other',
  'revoked',
  'offboarded',
] as const;

export const appRequirements = z
  .strictObject({
    app: appView.pick({ id: true, name: true, sdkProduct: true, standing: true }),
    catalogueVersion: z.string().nullable().describe('The version that the open cycle asks by.'),
    upcoming: z.array(asked).describe('Asked once the next window opens, on `upcomingFrom`.'),
    upcomingFrom: instant.nullable(),
    currentlyDue: z.array(asked).describe('To be stated by the deadline.'),
    pastDue: z.array(asked).describe('The deadline has passed. Stating it late is always possible.'),
    pendingReview: z.array(asked).describe('Submitted: the vendor owes the answer and the clock stands.'),
    deadline: instant.nullable().describe('The end of the due day, in the zone of the developer.'),
    dueOn: day.nullable(),
    restrictsNotBeforeAt: instant.nullable(),
    suspendsNotBeforeAt: instant.nullable(),
    disabledReason: z.enum(disabledReasons).nullable().describe('Why something of the app does not work now.'),
    errors: z
      .array(
        z.strictObject({
          code: z.string().describe('The reason code of the reviewer.'),
          reason: z.string(),
          requirement: asked,
        }),
      )
      .describe('What was returned and has to be stated anew.'),
    findings: z
      .array(
        z.strictObject({
          findingId: id('fnd'),
          obligation: z.enum(obligations),
          clause: z.string(),
          state: z.enum(['open', 'answered']).describe('answered: the vendor owes a decision.'),
          dueOn: day.nullable(),
          restrictsNotBeforeAt: instant.nullable(),
          suspendsNotBeforeAt: instant.nullable(),
        }),
      )
      .describe('Open findings, each on its own clock; attesting does not cure them.'),
    alternatives: z
      .array(z.strictObject({ instead: z.enum(['ask-for-time', 'claim-exemption', 'retire-app']), of: z.array(asked) }))
      .describe('What can be done instead of stating it.'),
  })
  .meta({ id: 'AppRequirements' });

export const listRequirements = operation({
  id: 'listRequirements',
  method: 'get',
  path: '/v1/developers/{developerId}/requirements',
  summary: 'What each app owes',
  tag: 'Requirements',
  access: developerReaders,
  params: { developerId: id('dev') },
  query: { appId: id('app').optional(), ...paging(['name', 'registeredAt'], 'name') },
  responses: { 200: page(appRequirements) },
  errors: [],
});
