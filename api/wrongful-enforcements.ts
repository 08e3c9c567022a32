import { z } from 'zod';
import { appealAgainst } from '../domain/lifecycle/appeals';
import { operation } from './operation';
import { page, paging } from './paging';
import { id, instant } from './values';

const against = z.enum(appealAgainst);
const milliseconds = z.int().min(0);

export const wrongfulEnforcementView = z
  .strictObject({
    id: id('wfe'),
    developerId: id('dev'),
    developerName: z.string(),
    appId: id('app'),
    appName: z.string(),
    appealId: id('apl').nullable().describe('The appeal that was upheld; null where somebody undid it unasked.'),
    postMortem: z
      .strictObject({ id: id('pmt'), isConcluded: z.boolean() })
      .nullable()
      .describe('For a suspension that was undone: what is found out about it.'),
    against,
    subject: z.string().describe('The id of what was decided wrongly.'),
    enforcedAt: instant,
    restoredAt: instant,
    timeToRestoreMs: milliseconds.describe('From the wrong decision until it was taken back, or had ended before.'),
  })
  .meta({ id: 'WrongfulEnforcement' });

const totals = z.strictObject({
  count: z.int(),
  timeToRestoreMs: z.strictObject({ sum: milliseconds, longest: milliseconds }),
  byAgainst: z.strictObject(
    Object.fromEntries(appealAgainst.map((one) => [one, z.int()])) as Record<(typeof appealAgainst)[number], z.ZodInt>,
  ),
});

export const listWrongfulEnforcements = operation({
  id: 'listWrongfulEnforcements',
  method: 'get',
  path: '/v1/wrongful-enforcements',
  summary: 'What was enforced wrongly, and for how long',
  description:
    'One for each appeal that was upheld, and for each suspension that was undone. The totals are of all that the filters let through, not of the page.',
  tag: 'Appeals',
  access: { staff: ['lead', 'legal', 'admin'] },
  query: {
    against: against.optional(),
    developerId: id('dev').optional(),
    ...paging(['restoredAt'], '-restoredAt'),
  },
  responses: { 200: page(wrongfulEnforcementView).extend({ totals }) },
  errors: [],
});
