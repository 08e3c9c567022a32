import { z } from 'zod';
import { countryCodes } from '../domain/catalogue/countries';
import { procedures } from '../domain/lifecycle/next-wake';
import { standings, walkSteps } from '../domain/lifecycle/state';
import { contactRoles } from '../domain/permissions';
import { sdkProducts } from '../domain/products';
import { developerReaders, developerWriters, vendorWriters } from './access';
import { appView, newApp } from './apps';
import { operation } from './operation';
import { page, paging } from './paging';
import { day, email, flag, id, instant, language, line, prose, timeZone } from './values';

const tag = 'Developers';

const country = z
  .string()
  .max(2, 'a country code of ISO 3166-1 like CN is expected')
  .refine((code) => countryCodes.has(code), { message: 'a country code of ISO 3166-1 like CN is expected' })
  .meta({ example: 'CN' });

const summary = {
  id: id('dev'),
  legalName: z.string(),
  timeZone: z.string(),
  country: z.string(),
  language,
  accountManagerId: id('per').nullable(),
  tierId: id('tir').nullable().describe('For the vendor only; null for others, and for who is in no tier.'),
  enrolledAt: instant,
  offboardedAt: instant.nullable(),
  standing: z.enum(standings).nullable().describe('The worst among its apps; null while there is none.'),
  nextDueOn: day.nullable().describe('The most pressing binding day.'),
  appCount: z.int().describe('Apps in use.'),
  contactCount: z.int(),
  sdkProducts: z.array(z.enum(sdkProducts)).describe('Those of the apps in use.'),
  openTaskCount: z.int().nullable().describe('For the vendor only; null for others.'),
  openReviewCount: z
    .int()
    .nullable()
    .describe('Submissions that wait for a person. For the vendor only; null for others.'),
  isUnreachable: z
    .boolean()
    .nullable()
    .describe('A notice reached nobody, and nobody saw to it yet. For the vendor only; null for others.'),
};

export const developerSummary = z.strictObject(summary).meta({ id: 'DeveloperSummary' });

const planView = z
  .strictObject({
    id: id('pln'),
    appId: id('app'),
    dueOn: day.nullable().describe('The binding day; null while an import waits for its invitation to be delivered.'),
    dueAt: instant.nullable().describe('The end of that day in the zone of the developer.'),
    clock: z
      .enum(['unscheduled', 'running', 'stopped', 'passed-provisionally'])
      .describe('stopped: the vendor owes an answer, and no day comes nearer meanwhile.'),
    stoppedAt: instant.nullable(),
    stoppedBy: z.enum(['submission', 'extension', 'appeal', 'answer']).nullable(),
    walkStep: z.enum(walkSteps).nullable().describe('The step they stand at; null: not started.'),
    lapsedAt: instant.nullable(),
    restrictsNotBeforeAt: instant.nullable(),
    restrictedAt: instant.nullable(),
    suspendsNotBeforeAt: instant.nullable(),
    blockedBy: z.enum(['notice', 'budget', 'hold']).nullable().describe('What a step that is due waits for.'),
  })
  .meta({ id: 'Plan' });

const cycleView = z
  .strictObject({
    id: id('cyc'),
    kind: z.enum(['onboarding', 'periodic', 'campaign']),
    catalogueVersion: z.string(),
    dueOn: day.nullable(),
    openedAt: instant,
    extensionLongest: z
      .string()
      .describe(
        'ISO 8601 duration: how far beyond its due day time can be granted in it, by the terms it opened under.',
      ),
    plans: z.array(planView),
  })
  .meta({ id: 'Cycle' });

export const developerView = z
  .strictObject({
    ...summary,
    anchorOn: day.nullable().describe('Periodic due days are counted from this one.'),
    now: instant.describe('What time it is for this developer: wall time, but in the embedded mode where it is moved.'),
    nextStep: z
      .strictObject({ at: instant, on: day, what: z.enum(procedures) })
      .nullable()
      .describe('When the clock next does something by itself, and what.'),
    workflowUrl: z
      .string()
      .nullable()
      .describe(
        'The workflow of this developer on Temporal’s pages. For the vendor’s people only, where they can reach them; else null.',
      ),
    apps: z.array(appView).describe('Those in use.'),
    cycles: z.array(cycleView).describe('Those that are open, with the dates of each app.'),
  })
  .meta({ id: 'Developer' });

const newContact = z.strictObject({ name: line(120), email, role: z.enum(contactRoles), language });

export const enrolDeveloper = operation({
  id: 'enrolDeveloper',
  method: 'post',
  path: '/v1/developers',
  summary: 'Enrol a developer',
  description:
    'With the people it is to write to, at least one signatory among them, and the apps that use the SDK. The vendor vouches for these addresses: they count as confirmed. ' +
    'An app with `existingKeys` is imported: its keys go on working, and no day binds before its invitation was delivered.',
  tag,
  access: vendorWriters,
  body: z.strictObject({
    legalName: line(200),
    timeZone,
    country,
    language,
    accountManagerId: id('per').optional(),
    contacts: z
      .array(newContact)
      .min(1)
      .max(50)
      .refine((contacts) => contacts.some((contact) => contact.role === 'signatory'), {
        message: 'name at least one signatory: somebody must be able to sign',
      })
      .refine((contacts) => new Set(contacts.map((one) => one.email.toLowerCase())).size === contacts.length, {
        message: 'each address once',
      }),
    apps: z.array(z.strictObject(newApp)).max(50).default([]),
  }),
  responses: { 201: developerView },
  errors: [],
});

/** Which developers: the filters of every list, count and file of them. */
export const developerFilter = {
  standing: z.enum(standings).optional(),
  accountManagerId: id('per').optional(),
  hasAccountManager: flag.optional(),
  mine: flag.optional().describe('Whom I look after, also for somebody who is away. For people of the vendor only.'),
  search: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe(
      "A part of the legal name or of an app's name; for the vendor's people also the whole mail address of a contact.",
    ),
  dueFrom: day.optional().describe('Due on this day or later.'),
  dueBefore: day.optional().describe('Due on an earlier day than this.'),
  sdkProduct: z.enum(sdkProducts).optional(),
  tierId: id('tir').optional().describe('For the vendor only.'),
  country: country.optional(),
  language: language.optional(),
  hasOpenTasks: flag.optional().describe('For the vendor only.'),
  hasOpenReview: flag.optional().describe('For the vendor only.'),
  isUnreachable: flag.optional().describe('For the vendor only.'),
};

export const listDevelopers = operation({
  id: 'listDevelopers',
  method: 'get',
  path: '/v1/developers',
  summary: 'List developers',
  description: 'A developer’s person sees those they belong to.',
  tag,
  access: developerReaders,
  query: {
    ...developerFilter,
    ...paging(['name', 'nextDueOn', 'standing', 'enrolledAt'], 'name'),
  },
  responses: { 200: page(developerSummary) },
  errors: [],
});

export const getDeveloper = operation({
  id: 'getDeveloper',
  method: 'get',
  path: '/v1/developers/{developerId}',
  summary: 'One developer: where it stands and what comes next',
  tag,
  access: developerReaders,
  params: { developerId: id('dev') },
  responses: { 200: developerView },
  errors: [],
});

export const changeDeveloper = operation({
  id: 'changeDeveloper',
  method: 'patch',
  path: '/v1/developers/{developerId}',
  summary: "Change a developer's profile",
  description: 'Days that were set stay as they were promised. Only the vendor changes the account manager.',
  tag,
  access: developerWriters,
  params: { developerId: id('dev') },
  body: z
    .strictObject({
      legalName: line(200).optional(),
      timeZone: timeZone.optional(),
      language: language.optional(),
      country: country.optional(),
      accountManagerId: id('per').nullable().optional(),
    })
    .refine((change) => Object.keys(change).length > 0, { message: 'name at least one field to change' }),
  responses: { 200: developerView },
  errors: ['developer.offboarded', 'access.forbidden'],
});

export const offboardDeveloper = operation({
  id: 'offboardDeveloper',
  method: 'post',
  path: '/v1/developers/{developerId}/offboard',
  summary: 'End the use of the SDK',
  description: 'Every app and every key of the developer ends, for good. Only a signatory can do it.',
  tag,
  access: { developer: ['signatory'] },
  params: { developerId: id('dev') },
  body: z.strictObject({ reason: prose(1000) }),
  responses: { 200: developerView },
  errors: ['developer.offboarded'],
});
