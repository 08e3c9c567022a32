import { text } from '../catalogue/text';
import type { Obligation } from './obligation';

/** Clause 3.1: the applicable laws, policies and regulations. */
export const law: Obligation<'law'> = {
  slug: 'law',
  since: '2026-11-01',
  clauses: ['3.1'],
  clauseText: [
    'We comply with all the applicable laws, policies and regulations regarding collecting and using the personal information of end users to protect the security of user’s personal information and relevant interests and rights.',
  ],
  title: text('Applicable law', '适用法律'),
  statement: text(
    'In this app, which uses the {sdk} of {vendor}, we comply with all applicable laws, policies and regulations on collecting and using the personal information of end users, so as to protect the security of that information and the related rights and interests of end users.',
    '本应用使用{vendor}的{sdk}。我们在收集和使用最终用户的个人信息时，遵守所有适用的法律、政策和法规，以保护用户个人信息的安全及用户的相关权益。',
  ),
  alternatives: [],
  help: {
    explanation: text(
      'Say who operates the app, where it is offered and whose data it touches. Which laws apply follows from these answers.',
      '请说明应用由谁运营、在哪里提供、涉及哪些人的数据。适用哪些法律，由这些回答决定。',
    ),
    good: text(
      'Operator: Harbour Light Retail Ltd. Offered in China and Singapore. Impact assessment PIA-2026-014 of March 2026 covers the SDK.',
      '运营者：海灯零售有限公司。在中国和新加坡提供。2026 年 3 月的个人信息保护影响评估（编号 PIA-2026-014）已涵盖该 SDK。',
    ),
    bad: text(
      '“We comply with everything, worldwide.” It names no organisation, no market and no assessment, so nobody can check it.',
      '“我们在全球范围内全面合规。”没有写明组织、市场和评估，无从核实。',
    ),
  },
  fields: [
    {
      kind: 'text',
      slug: 'legalEntity',
      label: text('Legal name of the organisation that operates the app', '运营该应用的组织的法定名称'),
      hint: text('As in the company register, not the brand name.', '请填写工商登记的名称，不是品牌名。'),
      required: true,
      minLength: 2,
      maxLength: 200,
    },
    {
      kind: 'countries',
      slug: 'targetMarkets',
      label: text('Countries and regions where the app is offered', '提供该应用的国家和地区'),
      required: true,
    },
    {
      kind: 'yesNo',
      slug: 'isForMinors',
      label: text(
        'Is the app meant for, or knowingly used by, people under 18?',
        '该应用是否面向未满 18 周岁的人，或明知有其使用？',
      ),
      required: true,
    },
    {
      kind: 'yesNo',
      slug: 'handlesFaceData',
      label: text(
        'Does the app use the SDK on pictures or video of faces?',
        '该应用是否用该 SDK 处理含有人脸的图片或视频？',
      ),
      hint: text(
        'Yes for try-on, skin analysis, filters and the like, even if no picture leaves the device.',
        '试妆、肤质分析、滤镜等均属于“是”，即使图片不离开设备。',
      ),
      required: true,
    },
    {
      kind: 'yesNo',
      slug: 'handlesSensitiveData',
      label: text(
        'Does the app handle other sensitive personal information through the SDK?',
        '该应用是否通过该 SDK 处理其他敏感个人信息？',
      ),
      hint: text(
        'For instance health, biometric identifiers, precise location or financial accounts.',
        '例如医疗健康、生物识别、精准定位或金融账户信息。',
      ),
      required: true,
    },
    {
      kind: 'text',
      slug: 'impactAssessmentReference',
      label: text('Reference of the impact assessment that covers the SDK', '涵盖该 SDK 的个人信息保护影响评估编号'),
      hint: text(
        'The number or title and the date under which you keep it. The document itself stays with you.',
        '贵方存档所用的编号或标题及日期。文件本身由贵方保存。',
      ),
      required: {
        any: [
          { obligation: 'law', field: 'targetMarkets', includes: 'CN' },
          { obligation: 'law', field: 'handlesFaceData', equals: true },
          { obligation: 'law', field: 'handlesSensitiveData', equals: true },
          { obligation: 'law', field: 'isForMinors', equals: true },
        ],
      },
      minLength: 3,
      maxLength: 200,
    },
    {
      kind: 'text',
      slug: 'sdkVersion',
      label: text('SDK version in production', '线上使用的 SDK 版本'),
      required: true,
      minLength: 1,
      maxLength: 40,
      pattern: {
        source: '\\d+(\\.\\d+){1,3}([-+][0-9A-Za-z.-]+)?',
        says: text('Give the version as the SDK reports it, such as 5.2.1.', '请按 SDK 显示的版本填写，例如 5.2.1。'),
      },
    },
  ],
};
