import { reasonOf } from '../../../domain/keys/reason';
import { type KeyFacts, type VerdictCode, verdictCodes, verdictOf } from '../../../domain/keys/verdict';

const now = Date.parse('2026-11-23T12:00:00Z');
const working: KeyFacts = {
  environment: 'live',
  state: 'active',
  expiresAt: null,
  standing: 'active',
  suspensions: [],
  dueOn: '2027-11-20',
  timeZone: 'Asia/Shanghai',
};
const judge = (facts: Partial<KeyFacts>) => verdictOf({ ...working, ...facts }, now);

describe('the verdict on a key', () => {
  it.each<[string, Partial<KeyFacts>, VerdictCode]>([
    ['works while its app is active', {}, 'VALID'],
    ['works while due', { standing: 'due' }, 'VALID'],
    ['works in grace', { standing: 'grace' }, 'VALID'],
    ['works while restricted', { standing: 'restricted' }, 'VALID'],
    ['of an app that was never attested does not', { standing: 'onboarding' }, 'NOT_YET_ATTESTED'],
    ['for tests works from the first day', { standing: 'onboarding', environment: 'test' }, 'VALID'],
    [
      'for tests is exempt from suspension',
      { standing: 'suspended', environment: 'test', suspensions: ['legal'] },
      'VALID',
    ],
    [
      'is suspended for its obligations',
      { standing: 'suspended', state: 'suspended', suspensions: ['obligation'] },
      'SUSPENDED_OBLIGATION',
    ],
    [
      'is suspended as soon as there is a row, whatever its own state says',
      { suspensions: ['finding'] },
      'SUSPENDED_FINDING',
    ],
    ['stays suspended while its state says so', { state: 'suspended' }, 'SUSPENDED_OTHER'],
    [
      'tells first what the developer cannot cure',
      { state: 'suspended', suspensions: ['obligation', 'finding', 'legal'] },
      'SUSPENDED_OTHER',
    ],
    ['that was revoked is', { state: 'revoked' }, 'REVOKED'],
    ['of a revoked app is', { standing: 'revoked' }, 'REVOKED'],
    ['that was rolled works through its overlap', { expiresAt: now + 1 }, 'VALID'],
    ['that was rolled ends with it, decided or not', { expiresAt: now }, 'REVOKED'],
    ['of an app that left is', { standing: 'offboarded', state: 'revoked' }, 'OFFBOARDED'],
  ])('%s', (_what, facts, code) => {
    expect(judge(facts)).toMatchObject({ code, isValid: code === 'VALID' });
  });

  it('tells of the attestation from thirty days before due, by the calendar of the developer', () => {
    // It is already the 24th in Kiritimati, still the 23rd in Shanghai and Honolulu.
    expect(judge({ dueOn: '2026-12-24' }).attestation).toBeNull();
    expect(judge({ dueOn: '2026-12-24', timeZone: 'Pacific/Kiritimati' }).attestation).not.toBeNull();
    expect(judge({ dueOn: '2026-12-23' }).attestation).toEqual({ state: 'active', dueOn: '2026-12-23' });
  });

  it.each(['due', 'grace', 'restricted'] as const)('tells of it for as long as it is %s', (standing) => {
    expect(judge({ standing }).attestation).toEqual({ state: standing, dueOn: '2027-11-20' });
  });
});

describe('the reason', () => {
  it.each(verdictCodes.filter((code) => code !== 'VALID'))(
    'of %s is told in both languages, with where to go',
    (code) => {
      const verdict = { isValid: false, code, attestation: null };
      const [en, zh] = (['en', 'zh-CN'] as const).map((language) =>
        reasonOf(verdict, 'https://avow.example/x', language),
      );
      expect(en).not.toBe(zh);
      expect(zh).toMatch(/\p{Script=Han}/u);
      if (code !== 'NOT_FOUND') expect([en, zh].every((words) => words?.includes('https://avow.example/x'))).toBe(true);
    },
  );

  it('comes with a working key only while there is something to do', () => {
    expect(reasonOf(judge({}), 'https://avow.example/x', 'en')).toBeNull();
    expect(reasonOf(judge({ standing: 'grace' }), 'https://avow.example/x', 'en')).toContain('2027-11-20');
  });

  it('of a key that works speaks of an open finding first, and with a test key not at all', () => {
    const found = { standing: 'grace', findingDueOn: '2026-11-30' } as const;
    expect(reasonOf(judge(found), 'https://avow.example/x', 'en')).toMatch(/finding.*2026-11-30.*avow\.example/);
    expect(reasonOf(judge(found), 'https://avow.example/x', 'zh-CN')).toMatch(/问题认定.*2026-11-30/);
    expect(judge({ ...found, environment: 'test' }).findingDueOn).toBeUndefined();
    expect(judge({ ...found, suspensions: ['finding'] })).toMatchObject({ code: 'SUSPENDED_FINDING' });
  });
});
