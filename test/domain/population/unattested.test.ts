import type { PastDecision } from '../../../domain/population/app-history';
import { type Unattested, unattested } from '../../../domain/population/unattested';

const hourMs = 3_600_000;
const timeZone = 'Asia/Shanghai';
/** Hours from the first moment; 16 hours before midnight in Shanghai. */
const zero = Date.parse('2026-11-23T00:00:00Z');
const at = (hours: number, decision: string, subject = 'app_a', data: PastDecision['data'] = {}): PastDecision => ({
  at: zero + hours * hourMs,
  decision,
  subject,
  data,
});
const key = (hours: number, id = 'key_a', environment = 'live') =>
  at(hours, 'key.issued', id, { environment, state: 'active' });
const standing = (hours: number, to: string) => at(hours, 'app.standing-changed', 'app_a', { to });

function told(entry: 'registered' | 'imported', decisions: PastDecision[], untilHours: number): string[] {
  const { stretches } = unattested({ entry, timeZone, registeredAt: zero, decisions }, zero + untilHours * hourMs);
  const hours = (instant: Unattested['from']) => (instant - zero) / hourMs;
  return stretches.map(({ from, to, keys, because }) => `${hours(from)}–${hours(to)} ${keys} ${because}`);
}

describe('hours that a live key ran un-attested', () => {
  it('are none while there is no live key, or an acceptance covers', () => {
    const accepted = [at(1, 'app.accepted'), at(1, 'cycle.planned', 'app_a', { coveredThroughOn: '2026-12-31' })];
    expect(told('registered', [key(0, 'key_t', 'test'), ...accepted, standing(1, 'active'), key(2)], 100)).toEqual([]);
  });

  it('go from an import on through grace and restriction to the suspension, each for its reason', () => {
    const decisions = [
      key(0),
      standing(24, 'grace'),
      at(30, 'plan.stopped', 'pln_a'),
      at(40, 'plan.resumed', 'pln_a'),
      standing(48, 'restricted'),
      at(50, 'plan.blocked', 'pln_a', { blockedBy: 'budget' }),
      at(60, 'plan.released', 'pln_a'),
      standing(70, 'suspended'),
      at(70, 'key.suspended', 'key_a'),
    ];
    expect(told('imported', decisions, 100)).toEqual([
      '0–24 1 first-attestation-ahead',
      '24–30 1 grace',
      '30–40 1 vendor-owes-answer',
      '40–48 1 grace',
      '48–50 1 restricted',
      '50–60 1 over-budget',
      '60–70 1 restricted',
    ]);
  });

  it('begin when the cover runs out, and end with the next acceptance', () => {
    const decisions = [
      at(0, 'app.accepted'),
      at(0, 'cycle.planned', 'app_a', { coveredThroughOn: '2026-11-23' }),
      standing(0, 'active'),
      key(1),
      standing(10, 'due'),
      at(20, 'submission.passed-provisionally', 'sub_a'),
      at(30, 'app.accepted'),
      at(30, 'cycle.planned', 'app_a', { coveredThroughOn: '2026-12-31' }),
      standing(30, 'active'),
    ];
    // The day of the cover ends at 16 hours.
    expect(told('registered', decisions, 40)).toEqual(['16–20 1 due-day-ahead', '20–30 1 passed-provisionally']);
  });

  it('count the keys that ran, and end with the last of them', () => {
    const decisions = [key(0), key(5, 'key_b'), at(8, 'key.revoked', 'key_a'), at(9, 'key.expired', 'key_b')];
    expect(told('imported', decisions, 40)).toEqual([
      '0–5 1 first-attestation-ahead',
      '5–8 2 first-attestation-ahead',
      '8–9 1 first-attestation-ahead',
    ]);
  });

  it('say nothing of what came after the day that is asked about', () => {
    expect(told('imported', [key(0), standing(24, 'grace')], 12)).toEqual(['0–12 1 first-attestation-ahead']);
  });
});
