import type { Condition } from '../catalogue/condition';
import { recordFiles, screenFiles } from '../catalogue/field';
import { text } from '../catalogue/text';
import type { Obligation } from './obligation';
import { purposes } from './purposes';

const isConsented: Condition = { obligation: 'consent', field: 'basis', equals: 'consent' };
const isExempt: Condition = { obligation: 'consent', field: 'basis', equals: 'exemption' };

/** Clauses 3.2 and 3.3, the half about the agreement of end users; 3.3 only "unless otherwise provided by applicable law". */
export const consent: Obligation<'consent'> = {
  slug: 'consent',
  since: '2026-11-01',
  clauses: ['3.2', '3.3'],
  clauseText: [
    'We have noticed the end users and gained the full, necessary and clear authorization, agreement and approval from end users to allow us to collect and use their information on the purpose of service offering.',
    'Unless otherwise provided by applicable law, we have noticed the end users and gained the full and necessary authorization, agreement and approval from end users. It allows us to collect and process the information for the purpose of services listed in this policy on the premises that we obey the relevant laws and regulations.',
  ],
  title: text('Consent of end users', '取得最终用户同意'),
  statement: text(
    'We have obtained from the end users of this app the full, necessary and clear authorization, agreement and approval that allows {vendor}, through its {sdk}, to collect, use and process their personal information for the purpose of service offering, that is, for the services listed in the SDK privacy policy of {vendor}, in compliance with the relevant laws and regulations.',
    '我们已取得本应用最终用户充分、必要且明确的授权、同意与许可，允许{vendor}在遵守相关法律法规的前提下，通过其{sdk} 收集、使用和处理用户的个人信息，目的是提供服务，即{vendor}的 SDK 隐私政策所列的各项服务。',
  ),
  alternatives: [
    {
      when: isExempt,
      statement: text(
        'For collecting and processing the personal information of the end users of this app through the {sdk} of {vendor}, we rely on the legal exemption named in our answers, by which applicable law provides otherwise than clause 3.3; it ends on the day we give. Beyond the reach of that exemption we have obtained the full, necessary and clear authorization, agreement and approval of end users.',
        '就通过{vendor}的{sdk} 收集和处理本应用最终用户的个人信息，我们依据回答中所列的法定豁免，即适用法律对第 3.3 条另有规定；该豁免至我们所填之日终止。在该豁免范围之外，我们已取得最终用户充分、必要且明确的授权、同意与许可。',
      ),
    },
  ],
  help: {
    explanation: text(
      'Show the screen on which people agree or refuse, and that the SDK does nothing before they agree. If a law frees you from asking, name the law; a reviewer decides.',
      '请展示用户同意或拒绝的界面，并说明在用户同意之前 SDK 不会运行。如法律规定无需取得同意，请写明该法律；由审核人员决定是否认可。',
    ),
    good: text(
      'A full-screen dialog with “Agree” and “Refuse” of the same size; the SDK starts in the handler of “Agree”.',
      '全屏弹窗，“同意”和“拒绝”按钮大小一致；SDK 在“同意”按钮的处理函数中启动。',
    ),
    bad: text(
      'A pre-ticked box in the sign-up form, with the SDK started when the app opens.',
      '注册表单中默认勾选的选项，且应用一打开就启动 SDK。',
    ),
  },
  fields: [
    {
      kind: 'choice',
      slug: 'basis',
      label: text('What do you rely on?', '贵方依据什么？'),
      required: true,
      options: [
        { value: 'consent', label: text('The consent of end users', '最终用户的同意') },
        {
          value: 'exemption',
          label: text('A legal exemption, which a reviewer must grant', '法定豁免（须经审核人员认可）'),
        },
      ],
    },
    {
      kind: 'choices',
      slug: 'purposes',
      label: text('Purposes that end users agreed to', '最终用户同意的目的'),
      required: true,
      askedWhen: isConsented,
      options: purposes,
      all: true,
    },
    {
      kind: 'evidence',
      slug: 'consentScreen',
      label: text('The consent screen', '征得同意的界面截图'),
      hint: text(
        'One capture that shows both ways out: to agree and to refuse.',
        '一张能同时看到“同意”和“拒绝”的截图。',
      ),
      required: true,
      askedWhen: isConsented,
      accepts: screenFiles,
    },
    {
      kind: 'yesNo',
      slug: 'isRefusalEquallyReachable',
      label: text('Can people refuse as easily as they can agree?', '用户拒绝是否与同意同样方便？'),
      required: true,
      askedWhen: isConsented,
      mustBeYes: text(
        'Make refusing as easy as agreeing, then answer yes; until then ask for more time.',
        '请先让拒绝与同意同样方便，再选“是”；在此之前可申请延期。',
      ),
    },
    {
      kind: 'yesNo',
      slug: 'isSdkHeldUntilConsent',
      label: text('Is the SDK held back until people have agreed?', '在用户同意之前，SDK 是否不会初始化？'),
      required: true,
      askedWhen: isConsented,
      mustBeYes: text(
        'Initialise the SDK only after people agree, then answer yes; until then ask for more time.',
        '请改为在用户同意之后才初始化 SDK，再选“是”；在此之前可申请延期。',
      ),
    },
    {
      kind: 'evidence',
      slug: 'faceConsentScreen',
      label: text('The separate consent for face data', '针对人脸信息的单独同意界面截图'),
      hint: text('A consent of its own, not a line in the general one.', '须为单独的同意，而不是概括同意中的一项。'),
      required: true,
      askedWhen: { all: [isConsented, { obligation: 'law', field: 'handlesFaceData', equals: true }] },
      accepts: screenFiles,
    },
    {
      kind: 'evidence',
      slug: 'sampleConsentRecord',
      label: text('A sample of the consent records you keep', '贵方留存的同意记录样例'),
      hint: text(
        'Made up or redacted: never the data of a real person.',
        '须为虚构或脱敏的样例，切勿上传真实用户的数据。',
      ),
      required: true,
      askedWhen: isConsented,
      accepts: recordFiles,
    },
    {
      kind: 'group',
      slug: 'exemption',
      label: text('The legal exemption', '法定豁免'),
      required: true,
      askedWhen: isExempt,
      fields: [
        {
          kind: 'text',
          slug: 'statute',
          label: text('Statute and article', '法律名称及条款'),
          required: true,
          minLength: 3,
          maxLength: 300,
        },
        {
          kind: 'country',
          slug: 'jurisdiction',
          label: text('Jurisdiction', '法域'),
          required: true,
        },
        {
          kind: 'longText',
          slug: 'reason',
          label: text('Why it applies to this app', '为何适用于本应用'),
          required: true,
          minLength: 20,
          maxLength: 4000,
        },
        {
          kind: 'date',
          slug: 'endsOn',
          label: text('Ends on', '终止日期'),
          hint: text('The last day you rely on it, within three years.', '贵方依据该豁免的最后一天，不超过三年。'),
          required: true,
          fromDays: 1,
          throughDays: 1096,
        },
      ],
    },
  ],
};
