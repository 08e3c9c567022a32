import { isObject } from '../catalogue/judging';
import { type Text, text } from '../catalogue/text';
import type { SdkProduct } from '../products/sdk-product';
import { namesOf, type SdkVendor, sdkVendor } from '../products/sdk-vendor';
import { wechatMini } from '../products/wechat-mini';
import { comparable } from './page-text';

/** A kind of personal information as WeChat names it, and what the developer says it is for. */
export interface DeclaredInformation {
  key: string;
  purpose: string | null;
}

/** An SDK that a mini program declares. */
export interface DeclaredSdk {
  name: string | null;
  provider: string | null;
  information: DeclaredInformation[];
}

/** What a `getPrivacySetting` answer says, in our words. */
export interface PrivacySettingReading {
  isReadable: boolean;
  /** What the developer declared to collect. */
  declared: DeclaredInformation[];
  /** Keys that WeChat found in the code and that are not declared. */
  undeclared: string[];
  /** Whether the person who asked still had to agree; null where the answer does not say (the server interface does not). */
  needAuthorization: boolean | null;
  /** The name of the privacy guide that is shown to people; null where the answer does not say. */
  privacyContractName: string | null;
  sdks: DeclaredSdk[];
  /** Our SDK's own entry; 'not-told' when the answer has no list of SDKs. */
  ownEntry: 'found' | 'missing' | 'not-told';
  outcome: 'green' | 'amber' | 'red';
  explanation: Text;
}

const unreadable: PrivacySettingReading = {
  isReadable: false,
  declared: [],
  undeclared: [],
  needAuthorization: null,
  privacyContractName: null,
  sdks: [],
  ownEntry: 'not-told',
  outcome: 'red',
  explanation: text(
    'This is no getPrivacySetting answer. Paste the whole JSON object as it came, of a call that succeeded.',
    '这不是 getPrivacySetting 的返回内容。请原样粘贴调用成功时返回的完整 JSON 对象。',
  ),
};

/**
 * Explains the JSON that `getPrivacySetting` answered: that of the server interface (`setting_list`, `privacy_list`,
 * `sdk_privacy_info_list`) or that of `wx.getPrivacySetting` (`needAuthorization`, `privacyContractName`). Never throws.
 */
export function readPrivacySetting(
  json: string,
  { vendor = sdkVendor, product = wechatMini }: { vendor?: SdkVendor; product?: SdkProduct } = {},
): PrivacySettingReading {
  const answer = parsed(json);
  if (!answer || (typeof answer.errcode === 'number' && answer.errcode !== 0)) return unreadable;
  const isOne = ['setting_list', 'sdk_privacy_info_list', 'needAuthorization', 'privacyContractName'].some((key) =>
    Object.hasOwn(answer, key),
  );
  if (!isOne) return unreadable;

  const declared = informationIn(answer.setting_list);
  const sdks = listOf(answer.sdk_privacy_info_list).map(sdkOf);
  const reading = {
    isReadable: true,
    declared,
    undeclared: (Array.isArray(answer.privacy_list) ? answer.privacy_list : []).filter(
      (key): key is string => typeof key === 'string' && !declared.some((one) => one.key === key && one.purpose),
    ),
    needAuthorization: typeof answer.needAuthorization === 'boolean' ? answer.needAuthorization : null,
    privacyContractName: textOf(answer.privacyContractName),
    sdks,
    ownEntry: ownEntryIn(Array.isArray(answer.sdk_privacy_info_list) ? sdks : null, vendor, product),
  };
  return { ...reading, outcome: outcomeOf(reading), explanation: explained(reading, vendor, product) };
}

type Facts = Omit<PrivacySettingReading, 'outcome' | 'explanation'>;

function outcomeOf({ ownEntry, undeclared }: Facts): PrivacySettingReading['outcome'] {
  if (ownEntry === 'missing') return 'red';
  return ownEntry === 'found' && undeclared.length === 0 ? 'green' : 'amber';
}

function explained(facts: Facts, vendor: SdkVendor, product: SdkProduct): Text {
  const parts: Text[] = [ownEntryWords(facts.ownEntry, vendor, product)];
  if (facts.declared.length > 0) {
    const keys = facts.declared.map((one) => one.key);
    parts.push(text(`Declared: ${keys.join(', ')}.`, `已声明：${keys.join('、')}。`));
  }
  if (facts.undeclared.length > 0) {
    const keys = facts.undeclared;
    parts.push(
      text(
        `Used in the code and not declared with a purpose: ${keys.join(', ')}.`,
        `代码中使用但未声明用途：${keys.join('、')}。`,
      ),
    );
  }
  if (facts.privacyContractName) {
    parts.push(text(`Privacy guide: ${facts.privacyContractName}.`, `隐私保护指引：${facts.privacyContractName}。`));
  }
  if (facts.needAuthorization !== null) {
    parts.push(
      facts.needAuthorization
        ? text('People are asked to agree before anything is collected.', '收集前会征得用户同意。')
        : text(
            'The person who called it had agreed already, or nothing needs agreement.',
            '调用者已同意过，或没有需要授权的内容。',
          ),
    );
  }
  return text(parts.map((part) => part.en).join(' '), parts.map((part) => part['zh-CN']).join(''));
}

function ownEntryWords(ownEntry: Facts['ownEntry'], vendor: SdkVendor, product: SdkProduct): Text {
  const en = `${product.name.en} of ${vendor.name.en}`;
  const zh = `${vendor.name['zh-CN']}的${product.name['zh-CN']}`;
  if (ownEntry === 'found') return text(`The ${en} is among the declared SDKs.`, `已声明的 SDK 中包含${zh}。`);
  if (ownEntry === 'missing') {
    return text(
      `The ${en} is not among the declared SDKs: declare it in the privacy guide.`,
      `已声明的 SDK 中没有${zh}，请在隐私保护指引中补充声明。`,
    );
  }
  return text(
    `This answer does not list SDKs, so whether the ${en} is declared must be looked at.`,
    `该返回内容不含 SDK 列表，是否已声明${zh} 需人工查看。`,
  );
}

function ownEntryIn(sdks: readonly DeclaredSdk[] | null, vendor: SdkVendor, product: SdkProduct): Facts['ownEntry'] {
  if (!sdks) return 'not-told';
  const vendorNames = namesOf(vendor).map(comparable);
  const sdkNames = namesOf(product).map(comparable);
  const isOurs = ({ name, provider }: DeclaredSdk): boolean => {
    const declaredName = comparable(name ?? '');
    const declaredProvider = comparable(provider ?? '');
    if (vendorNames.some((one) => declaredProvider.includes(one) || declaredName.includes(one))) return true;
    // The SDK's own name is a generic one: it counts only where no other provider is named.
    return declaredProvider === '' && sdkNames.includes(declaredName);
  };
  return sdks.some(isOurs) ? 'found' : 'missing';
}

function sdkOf(entry: Record<string, unknown>): DeclaredSdk {
  return {
    name: textOf(entry.sdk_name),
    provider: textOf(entry.sdk_biz_name),
    information: informationIn(entry.sdk_list),
  };
}

function informationIn(value: unknown): DeclaredInformation[] {
  return listOf(value).flatMap((entry) => {
    const key = textOf(entry.privacy_key);
    return key ? [{ key, purpose: textOf(entry.privacy_text) }] : [];
  });
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function parsed(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
