import { currentCatalogueVersion as version } from '../../../domain/catalogue';
import type { AnswersByObligation } from '../../../domain/catalogue/condition';
import { checks, evaluateChecks, type FetchedPage, overall } from '../../../domain/checks';
import { completeAnswers, sampleClause, samplePolicyText } from '../../../domain/obligations/sample-answers';
import { type SdkProductSlug, sdkProducts } from '../../../domain/products';

const today = '2026-11-23';
const url = 'https://harbourlight.example/privacy';
const page = (change: Partial<FetchedPage> = {}): FetchedPage => ({
  status: 200,
  finalUrl: url,
  text: samplePolicyText('native'),
  ...change,
});

interface Situation {
  product?: SdkProductSlug;
  face?: boolean;
  change?: AnswersByObligation;
  pages?: Record<string, FetchedPage>;
}

function outcomes({ product = 'native', face = false, change = {}, pages = { [url]: page() } }: Situation): {
  [name: string]: string;
} {
  const sample: AnswersByObligation = completeAnswers(product, { privacyPolicyUrl: url, face });
  const answers = Object.fromEntries(
    Object.entries(sample).map(([slug, given]) => [slug, { ...given, ...change[slug] }]),
  );
  const results = evaluateChecks({ product, version, answers, pages, today });
  return Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]));
}

const rights = (days: number, place: object = { path: ['Me'] }): AnswersByObligation => ({
  rights: { rights: { choose: { place, steps: 1, responseWorkingDays: days, contact: 'a@b.example' } } },
});
const rightsUrl = 'https://harbourlight.example/rights';

describe('the automatic checks', () => {
  it.each(sdkProducts.flatMap((product) => [false, true].map((face) => ({ product, face }))))(
    'are all green over complete answers: $product, face data $face',
    ({ product, face }) => {
      const pages = { [url]: page({ text: samplePolicyText(product) }) };
      const found = outcomes({ product, face, pages });
      expect(Object.keys(found).length).toBeGreaterThanOrEqual(6);
      expect(new Set(Object.values(found))).toEqual(new Set(['green']));
    },
  );

  it.each<[name: string, why: string, outcome: string | undefined, situation: Situation]>([
    ['privacy-policy-reachable', 'not found', 'red', { pages: { [url]: page({ status: 404 }) } }],
    ['privacy-policy-reachable', 'their server fails', 'red', { pages: { [url]: page({ status: 503 }) } }],
    [
      'privacy-policy-reachable',
      'no answer',
      'amber',
      { pages: { [url]: page({ status: null, failure: 'too-slow' }) } },
    ],
    ['privacy-policy-reachable', 'not looked at', 'amber', { pages: {} }],
    [
      'privacy-policy-reachable',
      'ends in http',
      'red',
      { pages: { [url]: page({ finalUrl: 'http://harbourlight.example/' }) } },
    ],
    [
      'privacy-policy-reachable',
      'ends elsewhere',
      'amber',
      { pages: { [url]: page({ finalUrl: 'https://else.example/' }) } },
    ],
    [
      'privacy-policy-reachable',
      'ends on www',
      'green',
      { pages: { [url]: page({ finalUrl: 'https://www.harbourlight.example/' }) } },
    ],
    ['privacy-policy-reachable', 'ends nowhere', 'red', { pages: { [url]: page({ finalUrl: '' }) } }],
    ['vendor-named', 'not in the page', 'red', { pages: { [url]: page({ text: 'We use the Native SDK.' }) } }],
    ['vendor-named', 'in Chinese', 'green', { pages: { [url]: page({ text: '我们使用玩美移动的产品' }) } }],
    ['vendor-named', 'no text', 'amber', { pages: { [url]: page({ text: undefined }) } }],
    ['vendor-named', 'an empty text', 'amber', { pages: { [url]: page({ text: ' \n' }) } }],
    ['vendor-named', 'a page of errors', 'amber', { pages: { [url]: page({ status: 404, text: 'Perfect Corp.' }) } }],
    ['sdk-named', 'not in the page', 'red', { pages: { [url]: page({ text: 'An SDK of Perfect Corp.' }) } }],
    ['sdk-named', 'another product’s', 'red', { pages: { [url]: page({ text: samplePolicyText('taobao-mini') }) } }],
    ['sdk-named', 'in Chinese', 'green', { pages: { [url]: page({ text: '玩美移动的原生SDK' }) } }],
    [
      'clause-names-sdk',
      'both, in Chinese',
      'green',
      { change: { notice: { thirdPartyClause: '使用玩美移动的原生 SDK' } } },
    ],
    [
      'clause-names-sdk',
      'only the vendor',
      'red',
      { change: { notice: { thirdPartyClause: 'An SDK of Perfect Corp.' } } },
    ],
    ['clause-names-sdk', 'only the SDK', 'red', { change: { notice: { thirdPartyClause: 'The Native SDK.' } } }],
    [
      'clause-in-page',
      'with other breaks',
      'green',
      { pages: { [url]: page({ text: sampleClause('native').replaceAll(' ', '\n\n') }) } },
    ],
    [
      'clause-in-page',
      'with a word changed',
      'red',
      { pages: { [url]: page({ text: samplePolicyText('native').replace('picture', 'video') }) } },
    ],
    ['notice-in-effect', 'from tomorrow', 'red', { change: { notice: { effectiveOn: '2026-11-24' } } }],
    ['notice-in-effect', 'from today', 'green', { change: { notice: { effectiveOn: today } } }],
    ['notice-in-effect', 'three years ago', 'green', { change: { notice: { effectiveOn: '2023-11-23' } } }],
    ['notice-in-effect', 'longer ago', 'amber', { change: { notice: { effectiveOn: '2023-11-22' } } }],
    ['privacy-setting-names-sdk', 'not of this product', undefined, {}],
    [
      'privacy-setting-names-sdk',
      'unreadable',
      'red',
      { product: 'wechat-mini', change: { notice: { privacySetting: '{}' } } },
    ],
    [
      'privacy-setting-names-sdk',
      'without a list',
      'amber',
      { product: 'wechat-mini', change: { notice: { privacySetting: '{"needAuthorization":true}' } } },
    ],
    ['face-consent-shown', 'no face data', undefined, {}],
    ['face-consent-shown', 'not shown', 'red', { face: true, change: { consent: { faceConsentScreen: undefined } } }],
    ['face-consent-shown', 'exempt', undefined, { face: true, change: { consent: { basis: 'exemption' } } }],
    ['exemption-decided', 'none claimed', undefined, {}],
    [
      'exemption-decided',
      'claimed',
      'amber',
      { change: { consent: { basis: 'exemption', exemption: { endsOn: today } } } },
    ],
    [
      'exemption-decided',
      'ended',
      'red',
      { change: { consent: { basis: 'exemption', exemption: { endsOn: '2026-11-22' } } } },
    ],
    ['exemption-decided', 'without an end', 'red', { change: { consent: { basis: 'exemption' } } }],
    ['rights-answered-in-time', '15 days in China', 'green', { change: rights(15) }],
    ['rights-answered-in-time', '16 days in China', 'red', { change: rights(16) }],
    ['rights-answered-in-time', 'elsewhere', undefined, { change: { ...rights(30), law: { targetMarkets: ['SG'] } } }],
    ['rights-pages-reachable', 'paths only', undefined, {}],
    [
      'rights-pages-reachable',
      'reachable',
      'green',
      { change: rights(1, { url: rightsUrl }), pages: { [url]: page(), [rightsUrl]: page({ finalUrl: rightsUrl }) } },
    ],
    [
      'rights-pages-reachable',
      'gone',
      'red',
      { change: rights(1, { url: rightsUrl }), pages: { [url]: page(), [rightsUrl]: page({ status: 410 }) } },
    ],
    ['rights-pages-reachable', 'not looked at', 'amber', { change: rights(1, { url: rightsUrl }) }],
  ])('%s, %s: %s', (name, _why, outcome, situation) => {
    expect(checks.map((check) => check.name)).toContain(name);
    expect(outcomes(situation)[name]).toBe(outcome);
  });

  it('have names of their own', () => {
    expect(new Set(checks.map((check) => check.name)).size).toBe(checks.length);
  });

  it('say what was found in both languages', () => {
    const answers = completeAnswers('native', { privacyPolicyUrl: url });
    const given = { product: 'native' as const, version, answers, pages: { [url]: page({ status: 404 }) }, today };
    expect(evaluateChecks(given)[0]?.detail).toEqual({ en: `${url} answers 404.`, 'zh-CN': `${url} 返回 404。` });
    const silent = { ...given, pages: { [url]: page({ status: null, failure: 'no-such-host' }) } };
    expect(evaluateChecks(silent)[0]?.detail).toEqual({
      en: `${url} gave no answer (the host name does not exist).`,
      'zh-CN': `${url} 没有响应（域名不存在）。`,
    });
  });

  it('never fail, whatever is answered', () => {
    const odd: AnswersByObligation = {
      law: { targetMarkets: 7 },
      notice: { privacyPolicyUrl: 'not an address', privacySetting: '{', thirdPartyClause: '' },
      consent: { basis: 'exemption', exemption: null },
      rights: { rights: { choose: null, access: { place: { url: 'https://' } } } },
    };
    const pages = { 'not an address': page({ finalUrl: 'https://a.example/' }) };
    for (const answers of [odd, {}]) {
      expect(() => evaluateChecks({ product: 'wechat-mini', version, answers, pages, today })).not.toThrow();
    }
  });
});

describe('what the checks come to', () => {
  it.each([
    [['green', 'green'], 'green'],
    [['green', 'amber'], 'amber'],
    [['amber', 'red', 'green'], 'red'],
    [[], 'amber'],
  ] as const)('%p: %s', (found, expected) => {
    expect(overall(found.map((outcome) => ({ outcome })))).toBe(expected);
  });
});
