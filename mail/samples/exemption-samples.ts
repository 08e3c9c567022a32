import type { NoticeFacts, NoticeTemplate } from '../../domain/lifecycle/notices';

export const exempt = { appId: 'app_mirror0000000000001', standing: 'active' } as const;
export const exemption: NonNullable<NoticeFacts['exemption']> = {
  obligation: 'consent',
  statute: 'Personal Information Protection Law, article 13(1)(3)',
  jurisdiction: 'CN',
  askedUntilOn: '2027-12-31',
  endsOn: '2027-12-31',
};

/** Facts of the mails about legal exemptions, as in `samples.ts`. */
export const exemptionSamples = {
  'exemption-granted': {
    facts: {
      cycleKind: 'periodic',
      dueOn: '2026-11-30',
      apps: [{ ...exempt, dueOn: '2026-11-30', outstanding: [] }],
      exemption: { ...exemption, endsOn: '2027-06-30' },
    },
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
      suspendsNotBeforeAt: Date.parse('2028-02-29T02:00:00Z'),
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
} satisfies Partial<Record<NoticeTemplate, { facts: NoticeFacts; now: string; days: readonly string[] }>>;
