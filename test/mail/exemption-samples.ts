import type { NoticeFacts } from '../../domain/lifecycle/notices';
import { mirror, type Sample } from './finding-samples';

interface Around {
  one: (standing: NoticeFacts['apps'][number]['standing']) => NoticeFacts['apps'];
  due: Partial<NoticeFacts>;
  steps: Partial<NoticeFacts>;
}

export const exempt = { appId: mirror, standing: 'active' } as const;
export const exemption: NonNullable<NoticeFacts['exemption']> = {
  obligation: 'consent',
  statute: 'Personal Information Protection Law, article 13(1)(3)',
  jurisdiction: 'CN',
  askedUntilOn: '2027-12-31',
  endsOn: '2027-12-31',
};

/** Samples of the mails about legal exemptions. */
export function exemptionSamples({ one, due, steps }: Around) {
  return {
    'exemption-granted': {
      facts: { ...due, apps: one('due'), exemption: { ...exemption, endsOn: '2027-06-30' } },
      now: '2026-11-26T02:00:00Z',
      days: ['2027-06-30', '2027-12-31'],
    },
    'exemption-ending': {
      facts: { dueOn: '2028-01-30', apps: [{ ...exempt, dueOn: null, outstanding: [] }], exemption },
      now: '2027-12-01T02:00:00Z',
      days: ['2027-12-31', '2028-01-30'],
    },
    'exemption-ended': {
      facts: {
        ...steps,
        cycleKind: 'campaign',
        dueOn: '2028-01-30',
        restrictsNotBeforeOn: '2028-02-15',
        suspendsNotBeforeOn: '2028-02-29',
        apps: [{ ...exempt, dueOn: '2028-01-30', outstanding: ['consent'] }],
        exemption,
      },
      now: '2027-12-31T16:00:00Z',
      days: ['2027-12-31', '2028-01-30', '2028-02-15', '2028-02-29'],
    },
  } as const satisfies Record<string, Sample>;
}
