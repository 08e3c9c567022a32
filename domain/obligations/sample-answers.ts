import type { Answers } from '../catalogue/condition';
import type { SdkProductSlug } from '../products';
import { native } from '../products/native';
import type { SdkProduct } from '../products/sdk-product';
import { sdkVendor } from '../products/sdk-vendor';
import { taobaoMini } from '../products/taobao-mini';
import { wechatMini } from '../products/wechat-mini';
import type { ObligationSlug } from './index';

/**
 * Synthetic answers for tests, the demo and the seed: made-up companies under reserved names, no real person's data.
 * They validate under the current catalogue, and every check of them is green once `samplePolicyText` stands at the address.
 */
export interface SampleOptions {
  /** A public https address. */
  privacyPolicyUrl: string;
  /** An uploaded file that every evidence field points at. */
  evidenceId?: string;
  /** Face data, with its separate consent. */
  face?: boolean;
  /** A day in the past, `YYYY-MM-DD`, since when the notice is in effect. */
  effectiveOn?: string;
  legalEntity?: string;
}

/** A complete set of answers of one app, by obligation. */
export function completeAnswers(product: SdkProductSlug, options: SampleOptions): Record<ObligationSlug, Answers> {
  const { privacyPolicyUrl, evidenceId = 'evd_samp1e00000000000000', face = false } = options;
  const { effectiveOn = '2026-01-15', legalEntity = 'Harbour Light Retail Ltd. (sample)' } = options;
  const own = ownAnswers[product];
  return {
    law: {
      ...own.law,
      legalEntity,
      targetMarkets: ['CN', 'SG'],
      isForMinors: false,
      handlesFaceData: face,
      handlesSensitiveData: false,
      impactAssessmentReference: 'PIA-2026-014, 3 March 2026',
      sdkVersion: '5.2.1',
    },
    notice: {
      privacyPolicyUrl,
      thirdPartyClause: sampleClause(product),
      purposes: ['service-offering'],
      inAppPath: ['Me', 'Settings', 'Privacy'],
      languages: ['en', 'zh-CN'],
      effectiveOn,
      ...own.notice,
    },
    consent: {
      basis: 'consent',
      purposes: ['service-offering'],
      consentScreen: evidenceId,
      isRefusalEquallyReachable: true,
      isSdkHeldUntilConsent: true,
      ...(face ? { faceConsentScreen: evidenceId } : {}),
      sampleConsentRecord: evidenceId,
      ...own.consent,
    },
    rights: {
      rights: {
        choose: sampleRight('Choices', 0),
        access: sampleRight('My data', 5),
        revise: sampleRight('My data', 5),
        delete: sampleRight('Delete my data', 10),
        withdraw: sampleRight('Consent', 1),
      },
      vendorHandover:
        'A nightly job sends the ids to be deleted to the SDK vendor, who confirms within three working days.',
    },
  };
}

/** The sample's clause on third-party SDKs. */
export function sampleClause(product: SdkProductSlug): string {
  const { name } = samples[product];
  return `This app uses the ${name.en} of ${sdkVendor.name.en}, which processes the picture you choose, so as to offer you the service you asked for. 本应用使用${sdkVendor.name['zh-CN']}的${name['zh-CN']}，用于处理您选择的图片，以便向您提供服务。`;
}

/** A privacy policy, as text, in which the sample's clause stands. */
export function samplePolicyText(product: SdkProductSlug): string {
  return [
    'Privacy policy (a synthetic sample)',
    'Harbour Light Retail Ltd. tells you here which personal information this app collects, and what for.',
    'Third-party SDKs',
    sampleClause(product),
    'Your rights: Me › Settings › Privacy.',
  ].join('\n\n');
}

const samples: Readonly<Record<SdkProductSlug, SdkProduct>> = {
  native,
  'wechat-mini': wechatMini,
  'taobao-mini': taobaoMini,
};

const ownAnswers: Readonly<Record<SdkProductSlug, Readonly<Partial<Record<ObligationSlug, Answers>>>>> = {
  native: {
    law: {
      applications: [
        {
          platform: 'ios',
          applicationId: 'example.harbourlight.shop',
          store: 'App Store',
          listingUrl: 'https://store.example/app/1',
        },
        { platform: 'android', applicationId: 'example.harbourlight.shop', store: 'Google Play' },
      ],
    },
    consent: { sdkStart: 'ConsentViewModel.onAgreed(), the only caller of the SDK initialiser' },
  },
  'wechat-mini': {
    law: { miniProgramId: 'wx0123456789abcdef', miniProgramName: 'Harbour Light (sample)' },
    notice: { privacySetting: samplePrivacySetting() },
    consent: { privacyAuthorization: 'official-dialog' },
  },
  'taobao-mini': {
    law: { miniAppId: '3000000000000001', miniAppName: 'Harbour Light (sample)' },
    consent: { sdkLoad: 'On the try-on page, after a tap on “Agree and try on”' },
  },
};

function sampleRight(place: string, responseWorkingDays: number): Answers {
  return {
    place: { path: ['Me', 'Settings', 'Privacy', place] },
    steps: 4,
    responseWorkingDays,
    contact: 'privacy@harbourlight.example',
  };
}

/** What WeChat's server interface answers for a mini program that declares the SDK. */
function samplePrivacySetting(): string {
  return JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    code_exist: 1,
    privacy_list: ['Camera'],
    setting_list: [{ privacy_key: 'Camera', privacy_text: '展示试妆效果' }],
    owner_setting: { contact_email: 'privacy@harbourlight.example', notice_method: '弹窗' },
    sdk_privacy_info_list: [
      {
        sdk_name: wechatMini.name['zh-CN'],
        sdk_biz_name: sdkVendor.name['zh-CN'],
        sdk_list: [{ privacy_key: 'Camera', privacy_text: '展示试妆效果' }],
      },
    ],
  });
}
