import type { SdkProductSlug } from '../../domain/products';
import type { SameWords } from '../words/tree';
import { defineWords } from '../words/words';

const en = {
  name: { native: 'Native SDK', 'wechat-mini': 'WeChat Mini SDK', 'taobao-mini': 'Taobao Mini SDK' },
} as const satisfies { name: Record<SdkProductSlug, string> };
const zhCn: SameWords<typeof en> = {
  name: { native: '原生 SDK', 'wechat-mini': '微信小程序 SDK', 'taobao-mini': '淘宝小程序 SDK' },
};

/** What SDK products are called: `t('name.native')`. */
export const useProductWords = defineWords('products', en, zhCn);
