import { type Text, text } from '../catalogue/text';

/** Why an item is returned, in words for the developer. Added to, never renamed: codes are in the record and in mails. */
export const reasonCodes = {
  'entity-unclear': text('It is not clear which organisation operates the app.', '无法确认该应用由哪个组织运营。'),
  'assessment-missing': text(
    'The impact assessment that is named does not cover the SDK, or is not named.',
    '未填写个人信息保护影响评估，或所填评估未涵盖该 SDK。',
  ),
  'policy-url-unreachable': text(
    'The privacy policy cannot be opened at the address given.',
    '所填网址无法打开隐私政策。',
  ),
  'sdk-not-named': text('The privacy policy does not name the SDK.', '隐私政策未写明该 SDK 的名称。'),
  'vendor-not-named': text(
    'The privacy policy does not name the company behind the SDK.',
    '隐私政策未写明 SDK 提供方的名称。',
  ),
  'clause-missing': text(
    'The quoted clause on third-party SDKs is not in the privacy policy.',
    '隐私政策中没有所引用的第三方 SDK 条款。',
  ),
  'purpose-missing': text(
    'A purpose for which personal information is processed is not told to end users.',
    '未向最终用户告知某项个人信息处理目的。',
  ),
  'path-too-long': text('End users do not reach the notice by the path given.', '最终用户无法按所填路径查看隐私政策。'),
  'consent-not-shown': text(
    'The capture does not show the screen on which end users agree.',
    '截图未显示用户作出同意的界面。',
  ),
  'refusal-not-equal': text('Refusing is harder than agreeing.', '用户拒绝比同意更困难。'),
  'sdk-before-consent': text('The SDK starts before end users agree.', 'SDK 在用户同意之前已经启动。'),
  'separate-consent-missing': text(
    'There is no separate consent for face or other sensitive data.',
    '未就人脸等敏感个人信息取得单独同意。',
  ),
  'exemption-not-granted': text('The legal exemption claimed does not apply.', '所主张的法定豁免不成立。'),
  'evidence-unreadable': text('A file cannot be read or shows something else.', '文件无法查看，或内容与要求不符。'),
  'evidence-not-synthetic': text(
    'A file shows the data of a real person; send one that is made up or redacted.',
    '文件含有真实用户的数据，请提供虚构或脱敏的样例。',
  ),
  'right-missing': text(
    'One of the five rights cannot be exercised as described.',
    '五项权利中有一项无法按所述方式行使。',
  ),
  'response-time-too-long': text('The promised response time is too long.', '承诺的响应时间过长。'),
  'handover-unclear': text(
    'It is not clear how a deletion or withdrawal reaches the vendor of the SDK.',
    '未说明删除或撤回的请求如何传达给 SDK 提供方。',
  ),
  'answer-contradicts': text('An answer contradicts another or the evidence.', '某项回答与其他回答或证明材料相矛盾。'),
  other: text('Another reason, told in the sentence.', '其他原因，见说明。'),
} as const satisfies Record<string, Text>;

export type ReasonCode = keyof typeof reasonCodes;

/** The words for a code as it stands in the record; null for none, or for one that this version does not know. */
export function reasonText(code: string | null): Text | null {
  return code !== null && Object.hasOwn(reasonCodes, code) ? reasonCodes[code as ReasonCode] : null;
}
