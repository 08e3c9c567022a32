import { text } from '../catalogue/text';
import type { Obligation } from './obligation';
import { purposes } from './purposes';

/** Clauses 3.2 and 3.3, the half about telling end users. */
export const notice: Obligation<'notice'> = {
  slug: 'notice',
  since: '2026-11-01',
  clauses: ['3.2', '3.3'],
  clauseText: [
    'We have noticed the end users and gained the full, necessary and clear authorization, agreement and approval from end users to allow us to collect and use their information on the purpose of service offering.',
    'Unless otherwise provided by applicable law, we have noticed the end users and gained the full and necessary authorization, agreement and approval from end users. It allows us to collect and process the information for the purpose of services listed in this policy on the premises that we obey the relevant laws and regulations.',
  ],
  title: text('Notice to end users', '告知最终用户'),
  statement: text(
    'We have notified the end users of this app that {vendor}, through its {sdk}, collects, uses and processes their personal information for the purpose of service offering, that is, for the services listed in the SDK privacy policy of {vendor}.',
    '我们已告知本应用的最终用户：{vendor}通过其{sdk} 收集、使用和处理用户的个人信息，目的是提供服务，即{vendor}的 SDK 隐私政策所列的各项服务。',
  ),
  alternatives: [],
  help: {
    explanation: text(
      'Show where end users read it: the privacy policy, the clause on third-party SDKs in it, and the way to it inside the app.',
      '请说明最终用户在哪里能看到：隐私政策、其中关于第三方 SDK 的条款，以及在应用内的查看路径。',
    ),
    good: text(
      '“Our app embeds the Native SDK of Perfect Corp. It processes the photo you choose to show make-up on it, for the purpose of offering that service.”',
      '“本应用接入了玩美移动的原生 SDK，用于处理您选择的照片以展示试妆效果，目的是为您提供该项服务。”',
    ),
    bad: text(
      '“We may share data with partners.” It names neither the SDK, nor its vendor, nor what for.',
      '“我们可能与合作伙伴共享数据。”没有写明 SDK、提供方和目的。',
    ),
  },
  fields: [
    {
      kind: 'url',
      slug: 'privacyPolicyUrl',
      label: text('Address of your privacy policy', '贵方隐私政策的网址'),
      hint: text('Public, https, readable without signing in.', '须为公开的 https 网址，无需登录即可阅读。'),
      required: true,
    },
    {
      kind: 'longText',
      slug: 'thirdPartyClause',
      label: text('The clause on third-party SDKs, as it reads there', '隐私政策中关于第三方 SDK 的条款原文'),
      hint: text(
        'Copy it word for word. It names the SDK and its vendor; we look for it in the page.',
        '请逐字复制。条款须写明 SDK 及其提供方；我们会在页面中查找。',
      ),
      required: true,
      minLength: 20,
      maxLength: 4000,
    },
    {
      kind: 'choices',
      slug: 'purposes',
      label: text('Purposes that end users were notified of', '已告知最终用户的目的'),
      required: true,
      options: purposes,
      all: true,
    },
    {
      kind: 'path',
      slug: 'inAppPath',
      label: text('The way to it inside the app', '应用内的查看路径'),
      hint: text(
        'What a person taps, from the first screen on: at most 4 taps.',
        '从首页起依次点按的项目，最多 4 次。',
      ),
      required: true,
      maxTaps: 4,
    },
    {
      kind: 'languages',
      slug: 'languages',
      label: text('Languages it is offered in', '隐私政策提供的语言'),
      required: true,
      max: 40,
    },
    {
      kind: 'date',
      slug: 'effectiveOn',
      label: text('In effect since', '生效日期'),
      required: true,
      fromDays: -3660,
      throughDays: 0,
    },
  ],
};
