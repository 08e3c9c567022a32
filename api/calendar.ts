import { developerReaders } from './access';
import { fileAnswer, operation } from './operation';
import { id, language } from './values';

export const downloadCalendar = operation({
  id: 'downloadCalendar',
  method: 'get',
  path: '/v1/developers/{developerId}/calendar.ics',
  summary: 'The days that are due, as a calendar to import',
  description:
    'Whole days in iCalendar (RFC 5545): what each app owes, findings to cure, and the next attestation. An entry that moves keeps its UID, so importing again moves it.',
  tag: 'Developers',
  access: developerReaders,
  params: { developerId: id('dev') },
  query: {
    appId: id('app').optional(),
    language: language.optional().describe("Without it: the developer's."),
  },
  responses: { 200: fileAnswer('text/calendar') },
  errors: ['resource.not-found'],
});
