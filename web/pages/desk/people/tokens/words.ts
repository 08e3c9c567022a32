import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useTokenWords = defineWords('desk-tokens', en, zhCn);
