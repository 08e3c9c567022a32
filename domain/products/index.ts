import { native } from './native';
import { taobaoMini } from './taobao-mini';
import { wechatMini } from './wechat-mini';

/** Every edition of every SDK product: a line for each file. A later edition of a slug follows the earlier. */
export const sdkProductEditions = [native, wechatMini, taobaoMini];

/** The SDK products of the policy: Native SDK, WeChat Mini SDK and Taobao Mini SDK. */
export type SdkProductSlug = (typeof sdkProductEditions)[number]['slug'];
export const sdkProducts: readonly SdkProductSlug[] = [...new Set(sdkProductEditions.map((edition) => edition.slug))];
