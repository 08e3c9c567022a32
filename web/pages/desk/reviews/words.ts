import type { RiskFlag } from '../../../../domain/lifecycle/state';
import type { SdkProductSlug } from '../../../../domain/products';
import { defineWords } from '../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

en.risk satisfies Readonly<Record<RiskFlag, string>>;
en.product satisfies Readonly<Record<SdkProductSlug, string>>;

export const useReviewsWords = defineWords('desk-reviews', en, zhCn);
