import { text } from '../catalogue/text';
import type { Obligation } from './obligation';

/** Clause 3.4: the mechanism for each of the five rights. */
export const rights: Obligation<'rights'> = {
  slug: 'rights',
  since: '2026-11-01',
  clauses: ['3.4'],
  clauseText: [
    'We have offered a user-friendly mechanism to exercise users’ rights to understand the operations about how and when to execute the rights to choose, how to access and revise their personal information, how to execute the rights to delete and revise their authorization or agreement.',
  ],
  title: text('Rights of end users', '最终用户的权利'),
  statement: text(
    'We offer the end users of this app, which uses the {sdk} of {vendor}, a user-friendly mechanism by which they understand and exercise their rights: how and when to choose, how to access and revise their personal information, how to have it deleted, and how to change or withdraw their authorization or agreement.',
    '本应用使用{vendor}的{sdk}。我们为最终用户提供了便捷的机制，使其了解并能够行使各项权利：如何及何时行使选择权，如何访问和更正个人信息，如何删除个人信息，以及如何变更或撤回其授权或同意。',
  ),
  alternatives: [],
  help: {
    explanation: text(
      'For each of the five rights say where people go, how many steps it takes, and by when you answer.',
      '请就五项权利逐一说明：用户在哪里行使、需要几步、贵方何时答复。',
    ),
    good: text(
      'Delete: Me › Settings › Privacy › Delete my data, 4 steps, answered within 10 working days, privacy@harbourlight.example.',
      '删除：我的 › 设置 › 隐私 › 删除我的数据，共 4 步，10 个工作日内答复，privacy@harbourlight.example。',
    ),
    bad: text(
      '“Users can contact us.” It names no place, no number of steps and no time.',
      '“用户可以联系我们。”没有写明途径、步骤和时限。',
    ),
  },
  fields: [
    {
      kind: 'table',
      slug: 'rights',
      label: text('The five rights', '五项权利'),
      required: true,
      rows: {
        named: [
          { slug: 'choose', label: text('Choose', '选择') },
          { slug: 'access', label: text('Access', '访问') },
          { slug: 'revise', label: text('Revise', '更正') },
          { slug: 'delete', label: text('Delete', '删除') },
          { slug: 'withdraw', label: text('Withdraw', '撤回') },
        ],
      },
      columns: [
        {
          kind: 'place',
          slug: 'place',
          label: text('Where people go', '行使途径'),
          hint: text(
            'A public https address, or the way inside the app in at most 4 taps.',
            '公开的 https 网址，或应用内不超过 4 次点按的路径。',
          ),
          required: true,
          maxTaps: 4,
        },
        {
          kind: 'number',
          slug: 'steps',
          label: text('Number of steps', '步骤数'),
          required: true,
          min: 1,
          max: 10,
        },
        {
          kind: 'number',
          slug: 'responseWorkingDays',
          label: text('Answered within, in working days', '答复时限（工作日）'),
          hint: text('0 means at once.', '0 表示即时。'),
          required: true,
          min: 0,
          max: 60,
          cap: {
            max: 15,
            when: { obligation: 'law', field: 'targetMarkets', includes: 'CN' },
            says: text(
              'Promise an answer within 15 working days: the app is offered in China.',
              '该应用在中国提供，请承诺在 15 个工作日内答复。',
            ),
          },
        },
        {
          kind: 'text',
          slug: 'contact',
          label: text('Contact', '联系方式'),
          hint: text('An address of a team, not of a person.', '请填写团队的联系方式，而非个人的。'),
          required: true,
          minLength: 3,
          maxLength: 200,
        },
      ],
    },
    {
      kind: 'longText',
      slug: 'vendorHandover',
      label: text('How a deletion or a withdrawal reaches the SDK vendor', '删除或撤回请求如何传达给 SDK 提供方'),
      hint: text(
        'Who or what passes it on, by which channel, and within what time.',
        '由谁或什么系统传达、通过什么渠道、在多长时间内。',
      ),
      required: true,
      minLength: 20,
      maxLength: 2000,
    },
  ],
};
