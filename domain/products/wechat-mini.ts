import { text } from '../catalogue/text';
import type { SdkProduct } from './sdk-product';

/** The SDK inside a WeChat mini program. */
export const wechatMini: SdkProduct<'wechat-mini'> = {
  slug: 'wechat-mini',
  since: '2026-11-01',
  name: text('WeChat Mini SDK', '微信小程序 SDK'),
  aliases: ['WeChat Mini Program SDK', '微信小程序软件开发工具包'],
  differences: {
    law: {
      first: [
        {
          kind: 'text',
          slug: 'miniProgramId',
          label: text('AppID of the mini program', '小程序 AppID'),
          required: true,
          minLength: 18,
          maxLength: 18,
          pattern: {
            source: 'wx[0-9a-f]{16}',
            says: text(
              'Give the AppID: wx and 16 digits or letters a to f, all lower case.',
              '请填写小程序 AppID：wx 加 16 位数字或小写字母 a–f。',
            ),
          },
        },
        {
          kind: 'text',
          slug: 'miniProgramName',
          label: text('Name of the mini program', '小程序名称'),
          required: true,
          minLength: 1,
          maxLength: 60,
        },
      ],
    },
    notice: {
      last: [
        {
          kind: 'json',
          slug: 'privacySetting',
          label: text('What getPrivacySetting answers for the mini program', '该小程序 getPrivacySetting 的返回内容'),
          hint: text(
            'Best the answer of the server interface, which lists the SDKs; else that of wx.getPrivacySetting, which a reviewer then looks at.',
            '建议粘贴服务端接口的返回内容（含 SDK 列表）；也可粘贴 wx.getPrivacySetting 的返回内容，届时由审核人员查看。',
          ),
          required: true,
          maxLength: 50_000,
        },
      ],
    },
    consent: {
      last: [
        {
          kind: 'choice',
          slug: 'privacyAuthorization',
          label: text('How the mini program asks for privacy authorization', '小程序征得隐私授权的方式'),
          required: true,
          askedWhen: { obligation: 'consent', field: 'basis', equals: 'consent' },
          options: [
            {
              value: 'official-dialog',
              label: text('The official dialog of WeChat', '微信官方隐私弹窗'),
            },
            {
              value: 'agree-button',
              label: text(
                'Our own dialog with an agreePrivacyAuthorization button',
                '自定义弹窗，使用 agreePrivacyAuthorization 按钮',
              ),
            },
          ],
        },
      ],
    },
  },
};
