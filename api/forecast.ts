import { z } from 'zod';
import { decisionTypes } from '../domain/lifecycle/decisions';
import { noticeTemplates } from '../domain/lifecycle/notices';
import { standings } from '../domain/lifecycle/state';
import { developerReaders } from './access';
import { operation } from './operation';
import { day, duration, id, instant } from './values';

export const getForecast = operation({
  id: 'getForecast',
  method: 'get',
  path: '/v1/developers/{developerId}/forecast',
  summary: 'If nothing is done, this happens on these days',
  description: 'As if every notice were delivered when it is sent and nobody of the vendor answered anything.',
  tag: 'Developers',
  access: developerReaders,
  params: { developerId: id('dev') },
  query: {
    ahead: duration.default('P1Y').describe('How far to look, at most P3Y.'),
    appId: id('app').optional(),
  },
  responses: {
    200: z
      .strictObject({
        asOf: instant,
        until: instant,
        timeZone: z.string(),
        items: z.array(
          z.strictObject({
            at: instant,
            on: day.describe('The day in the zone of the developer.'),
            what: z.enum(decisionTypes),
            notice: z.enum(noticeTemplates).nullable().describe('Which notice goes out, for `notice.queued`.'),
            standing: z.enum(standings).nullable().describe('What the app becomes, for `app.standing-changed`.'),
            appId: id('app').nullable().describe('null: about all, or several.'),
            why: z.string(),
          }),
        ),
      })
      .meta({ id: 'Forecast' }),
  },
  errors: [],
});
