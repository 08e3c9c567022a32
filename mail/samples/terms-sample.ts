import type { NoticeFacts, NoticeTemplate } from '../../domain/lifecycle/notices';
import { exempt } from './exemption-samples';

/** Facts of the mail about other terms, as in `samples.ts`. */
export const termsSamples = {
  'terms-changed': {
    facts: {
      apps: [{ ...exempt, standing: 'active', dueOn: null, outstanding: [] }],
      terms: {
        termsId: 'tms_0123456789abcdefghjk',
        formerDueOn: '2027-11-30',
        dueOn: '2027-05-30',
        opensOn: '2027-03-31',
      },
    },
    now: '2026-12-15T02:00:00Z',
    days: ['2027-11-30', '2027-05-30', '2027-03-31'],
  },
} satisfies Partial<Record<NoticeTemplate, { facts: NoticeFacts; now: string; days: readonly string[] }>>;
