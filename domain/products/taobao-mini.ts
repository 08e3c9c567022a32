import { text } from '../catalogue/text';
import type { SdkProduct } from './sdk-product';

/** The SDK inside a Taobao mini app. */
export const taobaoMini: SdkProduct<'taobao-mini'> = {
  slug: 'taobao-mini',
  since: '2026-11-01',
  name: text('Taobao Mini SDK', '淘宝小程序 SDK'),
  aliases: ['Taobao Mini Program SDK', 'Taobao Mini App SDK', '淘宝小程序软件开发工具包'],
  differences: {
    law: {
      first: [
        {
          kind: 'text',
          slug: 'miniAppId',
          label: text('Id of the mini app', '淘宝小程序 ID'),
          required: true,
          minLength: 6,
          maxLength: 24,
          pattern: {
            source: '[0-9]+',
            says: text(
              'Give the id that the Taobao console shows: digits only.',
              '请填写淘宝开放平台控制台显示的小程序 ID，仅含数字。',
            ),
          },
        },
        {
          kind: 'text',
          slug: 'miniAppName',
          label: text('Name of the mini app', '淘宝小程序名称'),
          required: true,
          minLength: 1,
          maxLength: 60,
        },
        {
          kind: 'text',
          slug: 'shopName',
          label: text('Shop it is offered in', '所在店铺名称'),
          required: false,
          minLength: 1,
          maxLength: 100,
        },
      ],
    },
    consent: {
      last: [
        {
          kind: 'longText',
          slug: 'sdkLoad',
          label: text('On which page, and after which tap, the SDK is loaded', 'SDK 在哪个页面、点按什么之后加载'),
          required: true,
          askedWhen: { obligation: 'consent', field: 'basis', equals: 'consent' },
          minLength: 10,
          maxLength: 1000,
        },
      ],
    },
  },
};
