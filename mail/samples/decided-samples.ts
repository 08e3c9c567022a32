import type { NoticeFacts } from '../../domain/lifecycle/notices';

/** Samples of the mails about what people of the vendor's decide: suspensions, and terminations. */
export function decidedSamples({
  one,
  due,
  reason,
}: {
  one: (standing: NoticeFacts['apps'][number]['standing']) => NoticeFacts['apps'];
  due: Partial<NoticeFacts>;
  reason: string;
}) {
  return {
    'suspended-by-decision': {
      facts: { apps: one('active'), decision: { class: 'legal', reason, clause: 'Special Instructions 3.1' } },
      now: '2026-11-26T02:00:00Z',
      days: ['2026-11-26'],
    },
    'suspension-lifted': {
      facts: {
        apps: one('suspended'),
        lift: { class: 'account-manager', reason: 'The page names the SDK now.', isRestored: true },
      },
      now: '2026-11-26T02:00:00Z',
      days: ['2026-11-26'],
    },
    'suspension-undone': {
      facts: {
        ...due,
        apps: one('grace'),
        undoing: {
          class: 'obligation',
          reason: 'Your attestation of 20 November was in our mailbox; we had not entered it.',
          suspendedAt: Date.parse('2026-11-25T03:30:00Z'),
          keys: 2,
          isRestored: true,
        },
      },
      now: '2026-11-26T02:00:00Z',
      days: ['2026-11-26', '2026-11-25'],
    },
    'termination-notice': {
      facts: {
        ...due,
        apps: one('suspended'),
        termination: { kind: 'revocation', reason, notBeforeOn: '2027-03-01' },
      },
      now: '2027-01-28T02:00:00Z',
      days: ['2026-11-30', '2027-03-01'],
    },
    'termination-cancelled': {
      facts: { apps: one('suspended'), termination: { kind: 'revocation', isCured: true } },
      now: '2027-02-10T02:00:00Z',
      days: ['2027-02-10'],
    },
    revoked: {
      facts: { apps: one('suspended'), termination: { kind: 'revocation', reason } },
      now: '2027-03-02T02:00:00Z',
      days: ['2027-03-02'],
    },
  } satisfies Record<string, { facts: NoticeFacts; now: string; days: readonly string[] }>;
}
