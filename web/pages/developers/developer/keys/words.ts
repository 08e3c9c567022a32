import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useKeyWords = defineWords('keys', en, zhCn);
