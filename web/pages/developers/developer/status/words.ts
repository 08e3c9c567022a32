import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useStatusWords = defineWords('status', en, zhCn);
