import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { page, paging } from './paging';
import { day, flag, id, instant, prose } from './values';

const tag = 'Enforcement';
const reason = prose(2000).describe('Why, in words that others will read.');
const whose = id('dev').nullable().describe('null: everybody.');

export const holdView = z
  .strictObject({
    id: id('hld'),
    developerId: whose,
    developerName: z.string().nullable(),
    reason: z.string(),
    placedBy: id('per'),
    placedAt: instant,
    liftedBy: id('per').nullable(),
    liftedAt: instant.nullable(),
    liftReason: z.string().nullable(),
  })
  .meta({ id: 'Hold' });

export const placeHold = operation({
  id: 'placeHold',
  method: 'post',
  path: '/v1/enforcement/holds',
  summary: 'Hold enforcement',
  description:
    'Nobody, or one developer not, is restricted or suspended until the hold is lifted: it has no end of its own. Notices still go out, and keys that are suspended stay so. An account manager may hold one developer, a lead or admin everybody.',
  tag,
  access: { staff: ['am', 'lead', 'admin'] },
  body: z.strictObject({ developerId: whose, reason }),
  responses: { 201: holdView },
  errors: ['resource.not-found', 'access.forbidden'],
});

export const listHolds = operation({
  id: 'listHolds',
  method: 'get',
  path: '/v1/enforcement/holds',
  summary: 'List holds',
  tag,
  access: { staff: staffRoles },
  query: {
    developerId: id('dev').optional().describe('Those of this developer, and those of everybody.'),
    isLifted: flag.default(false).describe('Those that were lifted, instead of those that hold.'),
    ...paging(['placedAt'], '-placedAt'),
  },
  responses: { 200: page(holdView) },
  errors: [],
});

export const liftHold = operation({
  id: 'liftHold',
  method: 'post',
  path: '/v1/enforcement/holds/{holdId}/lift',
  summary: 'Lift a hold',
  description:
    'Whoever waited for it is woken, at most 20 developers a second. Their steps come in the next slot, if their notices are still fresh then; else a new final notice goes out first.',
  tag,
  access: { staff: ['lead', 'admin'] },
  params: { holdId: id('hld') },
  body: z.strictObject({ reason }),
  responses: { 200: holdView },
  errors: ['resource.not-found', 'hold.already-lifted'],
});

export const freezeDayView = z
  .strictObject({
    id: id('frz'),
    developerId: whose,
    developerName: z.string().nullable(),
    day: day.describe('In the time zone of the vendor.'),
    reason: z.string(),
    addedBy: id('per'),
    addedAt: instant,
    removedBy: id('per').nullable(),
    removedAt: instant.nullable(),
    removalReason: z.string().nullable(),
  })
  .meta({ id: 'FreezeDay' });

export const addFreezeDay = operation({
  id: 'addFreezeDay',
  method: 'post',
  path: '/v1/enforcement/freeze-days',
  summary: 'Freeze a day',
  description:
    'No suspension happens on it, of anybody or of one developer. Today or later, vendor time. An account manager may freeze a day for one developer.',
  tag,
  access: { staff: ['am', 'lead', 'admin'] },
  body: z.strictObject({ developerId: whose, day, reason }),
  responses: { 201: freezeDayView },
  errors: ['resource.not-found', 'access.forbidden', 'freeze-day.exists', 'freeze-day.past'],
});

export const listFreezeDays = operation({
  id: 'listFreezeDays',
  method: 'get',
  path: '/v1/enforcement/freeze-days',
  summary: 'List frozen days',
  description: 'Those that people added; the terms may have others.',
  tag,
  access: { staff: staffRoles },
  query: {
    developerId: id('dev').optional().describe('Those of this developer, and those of everybody.'),
    from: day.optional(),
    isRemoved: flag.default(false).describe('Those that were given back, instead of those that are frozen.'),
    ...paging(['day'], 'day'),
  },
  responses: { 200: page(freezeDayView) },
  errors: [],
});

export const removeFreezeDay = operation({
  id: 'removeFreezeDay',
  method: 'delete',
  path: '/v1/enforcement/freeze-days/{freezeDayId}',
  summary: 'Give a frozen day back',
  description: 'While it is still ahead: a day that has begun stays frozen to its end. It stays in the record.',
  tag,
  access: { staff: ['lead', 'admin'] },
  params: { freezeDayId: id('frz') },
  body: z.strictObject({ reason }),
  responses: { 200: freezeDayView },
  errors: ['resource.not-found', 'freeze-day.past'],
});
