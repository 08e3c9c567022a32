import { endOf } from '../../domain/calendar/zoned';
import { delegationEndsAt, isInForce, refuseEnded } from '../../domain/delegation';
import { delegatedOperations, delegationScopes, judgeDelegated } from '../../domain/permissions';

const grantedAt = Date.parse('2026-11-23T17:00:00Z');
const term = (endsOn: string, timeZone = 'Asia/Shanghai') =>
  delegationEndsAt({ endsOn, grantedAt, timeZone, longest: 'P1Y' });

describe('the term of a delegation', () => {
  it('ends with its last day where the developer is', () => {
    expect(term('2027-03-01')).toBe(Date.parse('2027-03-01T16:00:00Z'));
    expect(term('2027-03-01', 'Europe/Paris')).toBe(Date.parse('2027-03-01T23:00:00Z'));
  });

  it('may end today, by the developer’s calendar, and no earlier', () => {
    // Already the 24th in Shanghai, still the 23rd in Paris.
    expect(term('2026-11-24')).toBe(endOf('2026-11-24', 'Asia/Shanghai'));
    expect(() => term('2026-11-23')).toThrow(expect.objectContaining({ code: 'delegation.ends-too-early' }));
    expect(term('2026-11-23', 'Europe/Paris')).toBe(endOf('2026-11-23', 'Europe/Paris'));
  });

  it('lasts as long as the terms say, to the day', () => {
    expect(term('2027-11-24')).toBe(endOf('2027-11-24', 'Asia/Shanghai'));
    expect(() => term('2027-11-25')).toThrow(
      expect.objectContaining({ code: 'delegation.ends-too-late', message: expect.stringContaining('2027-11-24') }),
    );
  });

  it('is in force up to its end, and not at it', () => {
    const endsAt = term('2026-12-31');
    expect(isInForce({ endsAt, revokedAt: null }, endsAt - 1)).toBe(true);
    expect(isInForce({ endsAt, revokedAt: null }, endsAt)).toBe(false);
    expect(isInForce({ endsAt, revokedAt: grantedAt }, grantedAt)).toBe(false);
    expect(() => refuseEnded({ endsAt, revokedAt: null }, endsAt)).toThrow(/last day is over/);
    expect(() => refuseEnded({ endsAt, revokedAt: 1 }, grantedAt)).toThrow(/revoked/);
  });
});

describe('what a scope lets do', () => {
  it('is nothing that is not named, whatever the scopes', () => {
    const all = { scopes: delegationScopes, hasMandate: true };
    for (const operationId of ['addContact', 'grantDelegation', 'offboardDeveloper', 'toString', '__proto__'])
      expect(judgeDelegated(operationId, all)).toBe('never');
  });

  it('is nothing at all without a scope', () => {
    for (const operationId of Object.keys(delegatedOperations))
      expect(judgeDelegated(operationId, { scopes: [], hasMandate: true })).toBe('scope-missing');
  });

  it('is signing only with a mandate on file', () => {
    expect(judgeDelegated('signSubmission', { scopes: ['sign'], hasMandate: false })).toBe('mandate-missing');
    expect(judgeDelegated('signSubmission', { scopes: ['sign'], hasMandate: true })).toBe('allowed');
    expect(judgeDelegated('signSubmission', { scopes: ['draft', 'keys'], hasMandate: true })).toBe('scope-missing');
    expect(judgeDelegated('saveDraft', { scopes: ['sign'], hasMandate: true })).toBe('scope-missing');
  });
});
