import { z } from 'zod';
import { importColumns, importProblemCodes } from '../domain/imports/columns';
import { staffRoles } from '../domain/permissions';
import { mailsWaiting } from './mails-waiting';
import { fileAnswer, fileBody, operation } from './operation';
import { page, paging } from './paging';
import { day, duration, flag, id, instant, language } from './values';

const tag = 'Imports';
const one = { importId: id('imp') };
const changes = { staff: ['am', 'lead', 'admin'] } as const;
const reads = { staff: staffRoles } as const;
const outcome = z
  .enum(['waiting', 'left-out', 'known', 'created', 'failed'])
  .describe(
    'left-out: a row of its developer has a problem. known: the developer was imported before, nothing is changed. failed: refused when it was its turn, `fault` says why.',
  );

const spreadOver = duration.describe(
  'The window over which the due days of those who wait are spread, in whole days; when left out what was chosen before, or that of the terms of each developer.',
);

export const mostImportBytes = 10_000_000;
export const mostImportRows = 20_000;

export const importView = z
  .strictObject({
    id: id('imp'),
    fileName: z.string(),
    state: z.enum(['previewed', 'running', 'stopped', 'completed']),
    uploadedBy: id('per'),
    uploadedAt: instant,
    startedBy: id('per').nullable(),
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    rows: z.strictObject({
      total: z.int(),
      withProblems: z.int().describe('Rows that have to be corrected.'),
      waiting: z.int(),
      leftOut: z.int().describe('Rows of developers that are not imported, because one of their rows has a problem.'),
      known: z.int(),
      created: z.int(),
      failed: z.int(),
    }),
    developers: z.strictObject({
      total: z.int(),
      waiting: z.int(),
      leftOut: z.int(),
      known: z.int(),
      created: z.int(),
      failed: z.int(),
    }),
    namesTiers: z.boolean().describe('Rows that wait name a tier: it is started by who may put developers into one.'),
    apps: z.int().describe('Apps that are still to be imported.'),
    keys: z.int().describe('Live keys that are still to be imported.'),
    perSecond: z.int().describe('How many developers are imported in a second at most.'),
    mailsWaiting,
    secondsLeft: z.int().nullable().describe('While it runs: how long the rest takes at that rate.'),
    dueAfter: duration.describe('No day binds earlier than this after the invitation was delivered.'),
    spreadOver: duration
      .nullable()
      .describe('The window over which due days are spread, as chosen; null: that of the terms of each developer.'),
  })
  .meta({ id: 'Import' });

export const importRowView = z
  .strictObject({
    rowNumber: z.int().describe('As a spreadsheet counts: the names of the columns are row 1.'),
    developerReference: z.string(),
    outcome,
    problems: z.array(
      z.strictObject({
        column: z.enum(importColumns),
        code: z.enum(importProblemCodes),
        value: z.string().describe('What the cell says now; blank where it is missing.'),
        values: z
          .record(z.string(), z.union([z.string(), z.int()]))
          .describe('What the message names, for words of one’s own.'),
        message: z.string().describe('What to do, in the language of Accept-Language.'),
      }),
    ),
    developerId: id('dev').nullable(),
    fault: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: 'ImportRow' });

export const uploadImport = operation({
  id: 'uploadImport',
  method: 'post',
  path: '/v1/imports',
  summary: 'Upload a file of developers to import, and see what is wrong with it',
  description: [
    `A CSV file in UTF-8, at most ${mostImportRows.toLocaleString('en')} rows, with the names of its columns in the first row: ${importColumns.join(', ')}.`,
    'Rows with the same developerReference are one developer: its own cells stand in the first of them; each row may name a contact, an app, and a live key of that app by its hash.',
    'An app with a live key is imported: the key goes on working, and no day binds before the invitation was delivered. Nothing is imported by uploading.',
    'What is wrong with its columns is said in the language of Accept-Language; what is wrong with the file as a whole is in `details.file`, as a code with its values.',
  ].join(' '),
  tag,
  access: changes,
  body: fileBody(['text/csv'], mostImportBytes),
  responses: { 201: importView },
  errors: ['import.unreadable'],
});

export const listImports = operation({
  id: 'listImports',
  method: 'get',
  path: '/v1/imports',
  summary: 'List imports',
  tag,
  access: reads,
  query: paging(['uploadedAt'], '-uploadedAt'),
  responses: { 200: page(importView) },
  errors: [],
});

export const getImport = operation({
  id: 'getImport',
  method: 'get',
  path: '/v1/imports/{importId}',
  summary: 'One import: what it would do, how far it is, what became of it',
  tag,
  access: reads,
  params: one,
  responses: { 200: importView },
  errors: ['resource.not-found'],
});

export const listImportRows = operation({
  id: 'listImportRows',
  method: 'get',
  path: '/v1/imports/{importId}/rows',
  summary: 'The rows of an import, with their problems and what became of them',
  tag,
  access: reads,
  params: one,
  query: {
    outcome: outcome.optional(),
    hasProblems: flag.optional().describe('Rows that have to be corrected, or none of them.'),
    column: z.enum(importColumns).optional().describe('Rows with a problem in this column.'),
    code: z.enum(importProblemCodes).optional().describe('Rows with this problem.'),
    ...paging(['rowNumber'], 'rowNumber'),
  },
  responses: { 200: page(importRowView) },
  errors: ['resource.not-found'],
});

export const downloadImportTemplate = operation({
  id: 'downloadImportTemplate',
  method: 'get',
  path: '/v1/import-template',
  summary: 'A file to begin an import with: the columns, and two made-up developers',
  tag,
  access: reads,
  responses: { 200: fileAnswer('text/csv; charset=utf-8') },
  errors: [],
});

export const downloadLeftOutRows = operation({
  id: 'downloadLeftOutRows',
  method: 'get',
  path: '/v1/imports/{importId}/left-out',
  summary: 'The rows that are left out, as a file to correct and upload again',
  description: [
    'Every row of a developer that has a problem or was refused, as it was sent, with its number and what is wrong with it in front.',
    'Those two columns are passed over when the corrected file is uploaded. Cells that a spreadsheet would take for a formula begin with an apostrophe.',
  ].join(' '),
  tag,
  access: reads,
  params: one,
  query: { language: language.default('en') },
  responses: { 200: fileAnswer('text/csv; charset=utf-8') },
  errors: ['resource.not-found'],
});

export const getImportDays = operation({
  id: 'getImportDays',
  method: 'get',
  path: '/v1/imports/{importId}/days',
  summary: 'When the apps that wait would be due, were they imported and invited today',
  description:
    'By the same rule that sets the days. An app with a live key counts from the delivery of its invitation, another from its import; the days move on by as much as that is later.',
  tag,
  access: reads,
  params: one,
  query: { spreadOver: spreadOver.optional() },
  responses: { 200: z.strictObject({ items: z.array(z.strictObject({ on: day, apps: z.int() })) }) },
  errors: ['resource.not-found'],
});

export const startImport = operation({
  id: 'startImport',
  method: 'post',
  path: '/v1/imports/{importId}/start',
  summary: 'Import the developers whose rows are all right, or go on with it',
  description:
    'The others are left out: correct their rows and upload the file again; who was imported before is known by the reference and not touched.',
  tag,
  access: changes,
  params: one,
  body: z.strictObject({ spreadOver: spreadOver.optional() }).default({}),
  responses: { 200: importView },
  errors: ['resource.not-found', 'import.nothing-waiting'],
});

export const stopImport = operation({
  id: 'stopImport',
  method: 'post',
  path: '/v1/imports/{importId}/stop',
  summary: 'Stop an import after the developer it is at',
  description: 'Who was imported stays. It can be started again.',
  tag,
  access: changes,
  params: one,
  responses: { 200: importView },
  errors: ['resource.not-found', 'import.not-running'],
});
