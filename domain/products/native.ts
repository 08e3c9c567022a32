import { text } from '../catalogue/text';
import type { SdkProduct } from './sdk-product';

/** The SDK inside an app of a phone or tablet. */
export const native: SdkProduct<'native'> = {
  slug: 'native',
  since: '2026-11-01',
  name: text('Native SDK', '原生 SDK'),
  aliases: ['原生软件开发工具包', '移动端 SDK'],
  differences: {
    law: {
      first: [
        {
          kind: 'table',
          slug: 'applications',
          label: text('Applications and stores', '应用标识与应用商店'),
          hint: text('One row for each platform and store.', '每个平台和商店各填一行。'),
          required: true,
          rows: { min: 1, max: 20 },
          columns: [
            {
              kind: 'choice',
              slug: 'platform',
              label: text('Platform', '平台'),
              required: true,
              options: [
                { value: 'ios', label: text('iOS', 'iOS') },
                { value: 'android', label: text('Android', 'Android') },
                { value: 'harmony-os', label: text('HarmonyOS', '鸿蒙 HarmonyOS') },
              ],
            },
            {
              kind: 'text',
              slug: 'applicationId',
              label: text('Bundle or package id', 'Bundle ID 或包名'),
              required: true,
              minLength: 3,
              maxLength: 200,
              pattern: {
                source: '[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+',
                says: text(
                  'Give the id as the store knows it, such as com.example.app.',
                  '请填写应用商店登记的标识，例如 com.example.app。',
                ),
              },
            },
            {
              kind: 'text',
              slug: 'store',
              label: text('Store', '应用商店'),
              hint: text(
                'Its name, or “none” for an app handed out in other ways.',
                '商店名称；通过其他方式分发的填“无”。',
              ),
              required: true,
              minLength: 1,
              maxLength: 100,
            },
            {
              kind: 'url',
              slug: 'listingUrl',
              label: text('Address of its page in the store', '商店页面网址'),
              required: false,
            },
          ],
        },
      ],
    },
    consent: {
      last: [
        {
          kind: 'longText',
          slug: 'sdkStart',
          label: text('Where in the code the SDK is initialised', '代码中初始化 SDK 的位置'),
          hint: text(
            'The place, and what makes it run only after consent.',
            '请写明位置，以及如何保证仅在同意之后执行。',
          ),
          required: true,
          askedWhen: { obligation: 'consent', field: 'basis', equals: 'consent' },
          minLength: 10,
          maxLength: 1000,
        },
      ],
    },
  },
};
