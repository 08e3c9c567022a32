import { currentCatalogueVersion as version } from '../../../domain/catalogue';
import { evidenceIdsIn, evidenceReferences, urlsToCheck } from '../../../domain/catalogue/references';
import { completeAnswers } from '../../../domain/obligations/sample-answers';

const privacyPolicyUrl = 'https://harbourlight.example/privacy';
const evidenceId = 'evd_0123456789abcdefghjk';
const answers = completeAnswers('native', { privacyPolicyUrl, evidenceId, face: true });

describe('evidence in answers', () => {
  it('is named once, however often it is used', () => {
    expect(evidenceIdsIn(answers)).toEqual([evidenceId]);
    expect(evidenceIdsIn(answers.consent)).toEqual([evidenceId]);
    expect(evidenceIdsIn(answers.law)).toEqual([]);
  });

  it('is a whole value, never a word in a text', () => {
    expect(evidenceIdsIn({ note: `see ${evidenceId}` })).toEqual([]);
  });

  it('comes with its place and with what the field takes', () => {
    expect(evidenceReferences('native', version, answers)).toEqual([
      { obligation: 'consent', path: '/consentScreen', evidenceId, accepts: expect.arrayContaining(['image/png']) },
      { obligation: 'consent', path: '/faceConsentScreen', evidenceId, accepts: expect.arrayContaining(['image/png']) },
      {
        obligation: 'consent',
        path: '/sampleConsentRecord',
        evidenceId,
        accepts: expect.arrayContaining(['text/plain']),
      },
    ]);
  });
});

describe('addresses to check', () => {
  it('are the privacy policy and the pages of the rights, not those of stores', () => {
    const rights = {
      rights: {
        choose: { place: { url: 'https://a.example/choose' } },
        access: { place: { path: ['Me'] } },
      },
    };
    expect(urlsToCheck({ ...answers, rights })).toEqual([
      { obligation: 'notice', path: '/privacyPolicyUrl', url: privacyPolicyUrl },
      { obligation: 'rights', path: '/rights/choose/place/url', url: 'https://a.example/choose' },
    ]);
  });

  it('leave out what nobody should fetch', () => {
    expect(urlsToCheck({ notice: { privacyPolicyUrl: 'http://169.254.169.254/' } })).toEqual([]);
    expect(urlsToCheck({})).toEqual([]);
  });
});
