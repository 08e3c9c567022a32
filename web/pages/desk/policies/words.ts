import { defineWords } from '../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const usePolicyWords = defineWords('desk-policies', en, zhCn);
