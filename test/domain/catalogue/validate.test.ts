import { currentCatalogueVersion as version } from '../../../domain/catalogue';
import type { Answers, AnswersByObligation } from '../../../domain/catalogue/condition';
import { askedAnswers, validateAnswers, validateDraft } from '../../../domain/catalogue/validate';
import type { FieldFault } from '../../../domain/errors';
import { type ObligationSlug, obligations } from '../../../domain/obligations';
import { completeAnswers } from '../../../domain/obligations/sample-answers';
import { type SdkProductSlug, sdkProducts } from '../../../domain/products';
import { exempt, privacyPolicyUrl, refusedAlways, refusedAtTheEnd, row, today } from './refusals';

const combinations = sdkProducts.flatMap((product) =>
  [false, true].flatMap((face) => obligations.map((obligation) => ({ product, face, obligation }))),
);

function judge(
  product: SdkProductSlug,
  obligation: ObligationSlug,
  change: Answers,
  { face = false, validate = validateAnswers } = {},
): FieldFault[] {
  const all: AnswersByObligation = completeAnswers(product, { privacyPolicyUrl, face });
  const answers = { ...all[obligation], ...change };
  return validate({ product, obligation, version, today, answers, otherAnswers: all });
}

describe('complete answers', () => {
  it.each(combinations)('pass for $obligation of $product, face data $face', ({ product, face, obligation }) => {
    expect(judge(product, obligation, {}, { face })).toEqual([]);
    expect(judge(product, obligation, {}, { face, validate: validateDraft })).toEqual([]);
  });

  it.each(combinations)(
    'miss each required one of $obligation, $product, face $face',
    ({ product, face, obligation }) => {
      for (const slug of Object.keys(completeAnswers(product, { privacyPolicyUrl, face })[obligation])) {
        expect(judge(product, obligation, { [slug]: undefined }, { face }).map((fault) => fault.path)).toEqual([
          `/${slug}`,
        ]);
      }
    },
  );
});

describe('what is refused', () => {
  it.each(refusedAlways)('%s (%s %s)', (_why, product, obligation, change, path) => {
    expect(judge(product, obligation, change)).toEqual(expect.arrayContaining([expect.objectContaining({ path })]));
  });

  it.each(refusedAlways)('also in a draft: %s (%s %s)', (_why, product, obligation, change, path) => {
    const paths = judge(product, obligation, change, { validate: validateDraft }).map((fault) => fault.path);
    expect(paths).toEqual([path]);
  });

  it.each(refusedAtTheEnd)('%s (%s %s), but not in a draft', (_why, product, obligation, change, path) => {
    expect(judge(product, obligation, change).map((fault) => fault.path)).toEqual([path]);
    expect(judge(product, obligation, change, { validate: validateDraft })).toEqual([]);
  });

  it.each([null, undefined, 'law', [], 7])('answers that are %p', (answers) => {
    const given = { product: 'native' as const, obligation: 'law' as const, version, today, answers };
    expect(validateAnswers(given)).toEqual([{ path: '', message: 'Send the answers as an object of fields.' }]);
    expect(validateDraft(given)).toHaveLength(1);
  });

  it('at most a hundred faults at a time', () => {
    const answers = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]));
    expect(judge('native', 'law', answers)).toHaveLength(100);
  });

  it('names that objects carry by nature', () => {
    const answers: unknown = JSON.parse('{ "__proto__": { "legalEntity": "Acme" }, "constructor": 1 }');
    const faults = validateDraft({ product: 'native', obligation: 'law', version, today, answers });
    expect(faults.map((fault) => fault.path)).toEqual(['/__proto__', '/constructor']);
  });
});

describe('what hangs on other answers', () => {
  it('asks for a separate consent where face data is used', () => {
    const faults = judge('native', 'consent', { faceConsentScreen: undefined }, { face: true });
    expect(faults).toEqual([{ path: '/faceConsentScreen', message: 'Answer “The separate consent for face data”.' }]);
  });

  it('neither asks nor refuses while the other answer is unknown', () => {
    const complete = completeAnswers('native', { privacyPolicyUrl, face: true }).consent;
    const given = { product: 'native' as const, obligation: 'consent' as const, version, today };
    expect(validateAnswers({ ...given, answers: complete })).toEqual([]);
    expect(validateAnswers({ ...given, answers: { ...complete, faceConsentScreen: undefined } })).toEqual([]);
  });

  it('takes an exemption in place of everything about consent', () => {
    expect(judge('native', 'consent', exempt({}), { face: true }).map(({ path }) => path)).toEqual([
      '/faceConsentScreen',
    ]);
    expect(judge('native', 'consent', exempt({}))).toEqual([]);
  });

  it('takes longer than 15 working days outside China', () => {
    const all = completeAnswers('native', { privacyPolicyUrl });
    const otherAnswers = { law: { ...all.law, targetMarkets: ['SG'] } };
    const answers = { ...all.rights, ...row({ responseWorkingDays: 30 }) };
    expect(validateAnswers({ product: 'native', obligation: 'rights', version, today, answers, otherAnswers })).toEqual(
      [],
    );
  });

  it('drops what a changed mind left behind, and nothing else', () => {
    const all = completeAnswers('native', { privacyPolicyUrl, face: true });
    const answers = { ...all.consent, exemption: exempt({}).exemption };
    const asked = askedAnswers({ product: 'native', obligation: 'consent', version, answers, otherAnswers: all });
    expect(asked).toEqual(all.consent);
    const noFace = { law: { ...all.law, handlesFaceData: false } };
    const left = askedAnswers({ product: 'native', obligation: 'consent', version, answers, otherAnswers: noFace });
    expect(Object.keys(left)).not.toContain('faceConsentScreen');
  });
});

describe('messages', () => {
  it('are told in Chinese on request', () => {
    const given = { product: 'native' as const, obligation: 'law' as const, version, today, answers: {} };
    expect(validateAnswers({ ...given, language: 'zh-CN' })[0]?.message).toBe('请填写“应用标识与应用商店”。');
  });

  it('never repeat a long name or value in full', () => {
    const faults = judge('native', 'law', { ['x'.repeat(5000)]: 1 });
    expect(JSON.stringify(faults).length).toBeLessThan(300);
  });
});
