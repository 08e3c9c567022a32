import type { NoticeFacts } from '../../domain/lifecycle/notices';
import type { Sample } from './finding-samples';

interface Around {
  one: (standing: NoticeFacts['apps'][number]['standing']) => NoticeFacts['apps'];
  due: Partial<NoticeFacts>;
  steps: Partial<NoticeFacts>;
}

export const appeal = { filedOn: '2026-12-17', firstAnswerDueOn: '2026-12-21', decisionDueOn: '2026-12-31' };

/** Samples of the mails about appeals. */
export function appealSamples({ one, due, steps }: Around) {
  return {
    'appeal-received': {
      facts: { ...due, ...steps, apps: one('restricted'), appeal: { ...appeal, against: 'restriction' } },
      now: '2026-12-17T02:00:00Z',
      days: ['2026-12-17', '2026-12-21', '2026-12-31'],
    },
    'appeal-acknowledged': {
      facts: {
        ...due,
        apps: one('suspended'),
        appeal: {
          ...appeal,
          against: 'suspension',
          words: 'Ann Lin looks into it and asks your reviewer for the file.',
        },
      },
      now: '2026-12-18T02:00:00Z',
      days: ['2026-12-17', '2026-12-31'],
    },
    'appeal-upheld': {
      facts: {
        ...due,
        apps: one('suspended'),
        appeal: { ...appeal, against: 'suspension', words: 'The final notice named another app; it was our mistake.' },
      },
      now: '2026-12-28T02:00:00Z',
      days: ['2026-12-17', '2026-12-28'],
    },
    'appeal-dismissed': {
      facts: {
        ...due,
        ...steps,
        apps: one('grace'),
        appeal: { ...appeal, against: 'return', words: 'The page names no vendor, as the reviewer said.' },
      },
      now: '2026-12-10T02:00:00Z',
      days: ['2026-12-17', '2026-12-16', '2026-12-30'],
    },
  } as const satisfies Record<string, Sample>;
}
