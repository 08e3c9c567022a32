import type { AppId } from '../../domain/ids';
import type { NoticeFacts, NoticeTemplate } from '../../domain/lifecycle/notices';
import type { Language } from '../../domain/lifecycle/state';
import type { DigestInput, NoticeInput, SignInLinkInput } from '..';
import { appealSamples } from './appeal-samples';
import { decidedSamples } from './decided-samples';
import { exemptionSamples } from './exemption-samples';
import { findingSamples, mirror, type Sample } from './finding-samples';
import { policyOf, policySamples } from './policy-sample';
import { termsSamples } from './terms-sample';
import { vendors } from './vendors';

export const languages: readonly Language[] = ['en', 'zh-CN'];
export const timeZone = 'Asia/Shanghai';
const shop: AppId = 'app_shop000000000000002';
const salon: AppId = 'app_salon00000000000003';

export const appNames = ['Pocket Mirror', '试妆小程序', 'Salon & Co.'];
export const links = {
  act: 'https://avow.example/portal/dev_1/attest?from=mail&step=law',
  appeal: 'https://avow.example/portal/dev_1/appeal',
  forecast: 'https://avow.example/portal/dev_1/forecast',
};

export const one = (standing: NoticeFacts['apps'][number]['standing']): NoticeFacts['apps'] => [
  { appId: mirror, standing, dueOn: '2026-11-30', outstanding: ['law', 'notice', 'consent', 'rights'] },
];
export const three = (standing: NoticeFacts['apps'][number]['standing']): NoticeFacts['apps'] => [
  ...one(standing),
  { appId: shop, standing, dueOn: '2026-11-30', outstanding: ['notice', 'consent'] },
  { appId: salon, standing, dueOn: '2026-12-04', outstanding: ['rights'] },
];
const together: NoticeFacts['apps'] = three('grace').map((app) => ({ ...app, dueOn: '2026-11-30' }));
const attested: NoticeFacts['apps'] = one('due').map((app) => ({ ...app, outstanding: [] }));
const due: Partial<NoticeFacts> = {
  cycleKind: 'periodic',
  dueOn: '2026-11-30',
  dueAt: Date.parse('2026-11-30T16:00:00Z'),
};
const steps: Partial<NoticeFacts> = {
  restrictsNotBeforeOn: '2026-12-16',
  suspendsNotBeforeOn: '2026-12-30',
  suspendsNotBeforeAt: Date.parse('2026-12-30T02:00:00Z'),
};
export const reason =
  '隐私政策页面没有写明 SDK 的名称；the page at https://example.com/privacy names no vendor either.';

const question = 'Your notice names “analytics partners”: is our SDK one of them, or is it named elsewhere?';

/** Facts as the lifecycle makes them, a moment to go with them, and the days a reader must find in either language. */
export const samples: Readonly<Record<NoticeTemplate, Sample>> = {
  invitation: {
    facts: { ...due, cycleKind: 'periodic', apps: three('due') },
    now: '2026-09-15T02:00:00Z',
    days: ['2026-11-30', '2026-12-04'],
  },
  reminder: {
    facts: { ...due, ...steps, apps: three('due') },
    now: '2026-11-23T02:00:00Z',
    days: ['2026-11-30', '2026-12-04', '2026-12-16', '2026-12-30'],
  },
  'formal-notice': {
    facts: { ...due, ...steps, apps: together },
    now: '2026-12-01T02:00:00Z',
    days: ['2026-11-30', '2026-12-16', '2026-12-30'],
  },
  ...findingSamples,
  'final-notice': {
    facts: { ...due, ...steps, restrictsNotBeforeOn: undefined, apps: together },
    now: '2026-12-25T02:00:00Z',
    days: ['2026-11-30', '2026-12-30'],
  },
  restricted: {
    facts: { ...due, ...steps, restrictsNotBeforeOn: undefined, apps: one('grace') },
    now: '2026-12-16T02:00:00Z',
    days: ['2026-11-30', '2026-12-16', '2026-12-30'],
  },
  suspended: {
    facts: { ...due, ...steps, apps: one('restricted') },
    now: '2026-12-30T02:05:00Z',
    days: ['2026-11-30', '2026-12-30'],
  },
  reinstated: {
    facts: {
      ...due,
      apps: one('suspended'),
      provisional: false,
      nextDueOn: '2027-11-30',
      coveredThroughOn: '2027-11-30',
    },
    now: '2027-01-04T06:20:00Z',
    days: ['2027-01-04', '2027-11-30'],
  },
  'review-question': {
    facts: { apps: attested, question: { obligation: 'notice', words: question } },
    now: '2026-11-26T02:00:00Z',
    days: ['2026-11-26'],
  },
  returned: {
    facts: {
      ...due,
      ...steps,
      apps: one('due'),
      returned: [
        { appId: mirror, obligation: 'notice', reasonCode: 'sdk-not-named', reason },
        {
          appId: mirror,
          obligation: 'rights',
          reasonCode: 'path-too-long',
          reason: 'Deleting takes seven taps; four is the limit.',
        },
      ],
    },
    now: '2026-11-26T02:00:00Z',
    days: ['2026-11-30', '2026-12-16', '2026-12-30'],
  },
  accepted: {
    facts: { ...due, apps: attested, provisional: false, nextDueOn: '2027-11-30', coveredThroughOn: '2027-11-30' },
    now: '2026-11-26T02:00:00Z',
    days: ['2026-11-26', '2027-11-30'],
  },
  'passed-provisionally': {
    facts: { ...due, apps: one('due'), provisional: true },
    now: '2026-11-26T02:00:00Z',
    days: ['2026-11-26'],
  },
  ...policySamples,
  ...termsSamples,
  'extension-granted': {
    facts: {
      ...due,
      ...steps,
      dueOn: '2026-12-14',
      apps: [{ appId: mirror, standing: 'due', dueOn: '2026-12-14', outstanding: ['consent'] }],
      extension: {
        untilOn: '2026-12-21',
        grantedUntilOn: '2026-12-14',
        reason: 'Two weeks are enough for the release you describe.',
      },
    },
    now: '2026-11-26T02:00:00Z',
    days: ['2026-12-14', '2026-12-21', '2026-12-16', '2026-12-30'],
  },
  'extension-refused': {
    facts: {
      ...due,
      ...steps,
      apps: one('due'),
      extension: { untilOn: '2026-12-21', reason: 'The plan names no date for the release.' },
    },
    now: '2026-11-26T02:00:00Z',
    days: ['2026-11-30', '2026-12-21', '2026-12-16', '2026-12-30'],
  },
  ...exemptionSamples,
  ...appealSamples,
  ...decidedSamples({ one, due, reason }),
  offboarded: { facts: { apps: three('offboarded') }, now: '2026-11-26T02:00:00Z', days: ['2026-11-26'] },
  task: {
    facts: { apps: [], task: { kind: 'review-overdue', subject: 'sub_0123456789abcdefghjk' } },
    now: '2026-11-26T02:00:00Z',
    days: ['2026-11-26'],
  },
};

export function noticeInput(
  template: NoticeTemplate,
  language: Language,
  changes: Partial<NoticeInput> = {},
): NoticeInput {
  const { facts, now } = samples[template];
  return {
    template,
    facts,
    language,
    timeZone,
    now: Date.parse(now),
    recipient: { name: language === 'en' ? 'Mei Chen' : '陈梅' },
    organisation: { name: language === 'en' ? 'Bright Studio Ltd.' : '明亮工作室' },
    apps: {
      [mirror]: { name: 'Pocket Mirror', sdkProduct: 'native' },
      [shop]: { name: '试妆小程序', sdkProduct: 'wechat-mini' },
      [salon]: { name: 'Salon & Co.', sdkProduct: 'taobao-mini' },
    },
    vendor: vendors[language],
    links,
    ...(template === 'policy-changed' && { policy: policyOf(language) }),
    extra: { noticeId: 'ntc_0123456789abcdefghjk', cycleId: 'cyc_0123456789abcdefghjk' },
    ...changes,
  };
}

export function signInInput(language: Language): SignInLinkInput {
  return {
    language,
    link: 'https://avow.example/sign-in?token=abc&next=%2Fportal',
    expiresInMinutes: 15,
    recipient: { name: language === 'en' ? 'Mei Chen' : '陈梅' },
    vendor: vendors[language],
  };
}

export function digestInput(language: Language, changes: Partial<DigestInput> = {}): DigestInput {
  const organisation = { name: language === 'en' ? 'Bright Studio Ltd.' : '明亮工作室' };
  const link = 'https://avow.example/desk/dev_1';
  const waiting = { since: Date.parse('2026-11-20T03:00:00Z'), workingDaysWaiting: 1, isOverdue: false };
  return {
    language,
    timeZone: 'Asia/Taipei',
    now: Date.parse('2026-11-23T00:30:00Z'),
    recipient: { name: language === 'en' ? 'Ann Lin' : '林安' },
    vendor: vendors[language],
    link: 'https://avow.example/desk',
    reviews: listed(
      {
        organisation: { name: 'Nord & Süd' },
        link,
        app: { name: 'Lippen' },
        since: Date.parse('2026-11-12T03:00:00Z'),
        workingDaysWaiting: 7,
        isOverdue: true,
      },
      { organisation, link, app: { name: 'Pocket Mirror' }, ...waiting },
    ),
    answers: listed({ organisation, link, app: { name: 'Lippen' }, ...waiting, obligation: 'notice' }),
    extensions: listed({ organisation, link, requestedAt: Date.parse('2026-11-21T09:10:00Z'), untilOn: '2026-12-21' }),
    exemptions: listed({ organisation, link, app: { name: 'Pocket Mirror' }, ...waiting, untilOn: '2027-11-20' }),
    appeals: listed({ organisation, link, app: { name: '试妆小程序' }, ...waiting }),
    findings: listed({ organisation, link, app: { name: 'Pocket Mirror' }, ...waiting }),
    bounced: listed({
      organisation,
      link,
      what: language === 'en' ? 'Formal notice to the signatory' : '致签署人的正式通知',
      bouncedAt: Date.parse('2026-11-22T01:00:00Z'),
    }),
    notStarted: listed({ organisation, link, dueOn: '2026-12-04', apps: 3 }),
    suspensions: listed({
      organisation,
      link,
      app: { name: '试妆小程序' },
      notBeforeAt: Date.parse('2026-12-02T02:00:00Z'),
      liveKeys: 2,
    }),
    standings: { onboarding: 3, active: 112, due: 9, grace: 2, restricted: 1, suspended: 1 },
    ...changes,
  };
}

/** A list of the digest that is shown in full. */
export function listed<Row>(...items: Row[]): { count: number; items: Row[] } {
  return { count: items.length, items };
}

/** A digest of a day on which nothing waits. */
export const quiet = {
  reviews: listed<never>(),
  answers: listed<never>(),
  extensions: listed<never>(),
  exemptions: listed<never>(),
  appeals: listed<never>(),
  findings: listed<never>(),
  bounced: listed<never>(),
  notStarted: listed<never>(),
  suspensions: listed<never>(),
  standings: {},
};
