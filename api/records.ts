import { z } from 'zod';
import { fileAnswer, operation } from './operation';
import { day, id, language } from './values';

const tag = 'Records';
const access = { staff: ['legal'] } as const;
const on = day.describe('As the day ended in the time zone of the vendor; up to now where it has not.');

export const downloadPopulation = operation({
  id: 'downloadPopulation',
  method: 'get',
  path: '/v1/population',
  summary: 'Who had attested what on a past day, as CSV',
  description:
    'statements: every app that was registered, each obligation in the words that held, by whom and since when, and its standing. unattested: every stretch up to then in which a live key ran while no acceptance covered it, with its hours and the reason. Sent as it is read.',
  tag,
  access,
  query: { on, part: z.enum(['statements', 'unattested']).default('statements') },
  responses: { 200: fileAnswer('text/csv; charset=utf-8') },
  errors: [],
});

export const downloadPopulationReport = operation({
  id: 'downloadPopulationReport',
  method: 'get',
  path: '/v1/population/report',
  summary: 'The population on a past day, as a paper to sign off',
  description:
    'A tagged PDF: counts by standing, hours that live keys ran un-attested by reason, and the apps with most of them. The CSV has every row.',
  tag,
  access,
  query: { on, language: language.default('en') },
  responses: { 200: fileAnswer('application/pdf') },
  errors: [],
});

export const downloadEvidencePack = operation({
  id: 'downloadEvidencePack',
  method: 'get',
  path: '/v1/developers/{developerId}/evidence-pack',
  summary: 'Everything that proves what a developer stated and was told, as ZIP',
  description:
    'Sealed records and signed receipts, evidence files, mails as they were sent, suspensions, and the decision log with its hash chain and a signed proof of its last entry. manifest.json has the SHA-256 of every file. Sent as it is read.',
  tag,
  access,
  params: { developerId: id('dev') },
  responses: { 200: fileAnswer('application/zip') },
  errors: ['resource.not-found'],
});
