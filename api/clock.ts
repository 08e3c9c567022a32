import { z } from 'zod';
import { decisionTypes } from '../domain/lifecycle/decisions';
import { developerWriters, vendorWriters } from './access';
import { operation } from './operation';
import { duration, id, instant } from './values';

const tag = 'Clock';

export const clockMove = z
  .strictObject({
    developerId: id('dev'),
    from: instant,
    to: instant,
    steps: z
      .array(
        z.strictObject({
          at: instant.describe('What was awaited, in the time of the developer.'),
          decisions: z.array(
            z.strictObject({
              decision: z.enum(decisionTypes),
              subject: z.string(),
              appId: id('app').nullable(),
              why: z.string(),
            }),
          ),
        }),
      )
      .describe('Each step on the way, with all that came of it.'),
  })
  .meta({ id: 'ClockMove' });

const note = 'In embedded mode only. Time never moves back, and each step on the way is taken in its order.';

export const moveDeveloperClock = operation({
  id: 'moveDeveloperClock',
  method: 'post',
  path: '/v1/developers/{developerId}/clock',
  summary: "Move a developer's time",
  description: `${note} Durations count by the calendar in the zone of the developer.`,
  tag,
  access: developerWriters,
  params: { developerId: id('dev') },
  body: z
    .strictObject({
      advance: duration.optional().describe('How far: P30D. At most P10Y.'),
      to: z.literal('next').optional().describe('To the next thing that the clock brings about.'),
    })
    .refine((body) => (body.advance === undefined) !== (body.to === undefined), {
      message: 'send either advance or to',
    }),
  responses: { 200: clockMove },
  errors: ['clock.not-embedded', 'clock.timeout'],
});

export const moveClock = operation({
  id: 'moveClock',
  method: 'post',
  path: '/v1/clock',
  summary: "Move every developer's time",
  description: `${note} One developer after the other, where there are at most 100.`,
  tag,
  access: vendorWriters,
  body: z.strictObject({ advance: duration.describe('How far: P30D. At most P10Y.') }),
  responses: { 200: z.strictObject({ items: z.array(clockMove) }).meta({ id: 'ClockMoves' }) },
  errors: ['clock.not-embedded', 'clock.timeout'],
});
