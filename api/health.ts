import { z } from 'zod';
import { operation } from './operation';

const tag = 'Health';

export const getLiveness = operation({
  id: 'getLiveness',
  method: 'get',
  path: '/healthz',
  summary: 'Is the process alive',
  tag,
  access: { public: true },
  responses: { 200: z.strictObject({ isAlive: z.literal(true) }) },
  errors: [],
});

export const getReadiness = operation({
  id: 'getReadiness',
  method: 'get',
  path: '/readyz',
  summary: 'Can it answer: is the record reachable',
  tag,
  access: { public: true },
  responses: { 200: z.strictObject({ isReady: z.literal(true) }) },
  errors: ['database.unavailable'],
});
