import { defineWords } from '../../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useEndingWords = defineWords('ending', en, zhCn);
