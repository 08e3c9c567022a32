import type { AnswersByObligation } from '../../../domain/catalogue/condition';
import { exemptionClaimIn, riskFlagsOf } from '../../../domain/catalogue/risk';
import { completeAnswers } from '../../../domain/obligations/sample-answers';

const privacyPolicyUrl = 'https://harbourlight.example/privacy';

describe('risk flags', () => {
  it.each<[string, AnswersByObligation, string[]]>([
    ['nothing answered', {}, []],
    ['nothing risky', completeAnswers('native', { privacyPolicyUrl }), []],
    ['faces', completeAnswers('native', { privacyPolicyUrl, face: true }), ['face-data']],
    ['other sensitive data', { law: { handlesSensitiveData: true } }, ['sensitive-data']],
    ['minors', { law: { isForMinors: true } }, ['minors']],
    ['an exemption', { consent: { basis: 'exemption' } }, ['exemption-claimed']],
    [
      'all of it',
      {
        law: { isForMinors: true, handlesSensitiveData: true, handlesFaceData: true },
        consent: { basis: 'exemption' },
      },
      ['face-data', 'sensitive-data', 'minors', 'exemption-claimed'],
    ],
  ])('%s', (_what, answers, flags) => {
    expect(riskFlagsOf(answers)).toEqual(flags);
  });
});

describe('the exemption that is claimed', () => {
  const exemption = { statute: 'Act 1', jurisdiction: 'SG', reason: 'Because.', endsOn: '2027-01-01' };

  it('is given with its particulars', () => {
    expect(exemptionClaimIn({ consent: { basis: 'exemption', exemption } })).toEqual(exemption);
  });

  it('is none where consent is relied on, whatever was left behind', () => {
    expect(exemptionClaimIn({ consent: { basis: 'consent', exemption } })).toBeNull();
    expect(exemptionClaimIn({})).toBeNull();
  });
});
