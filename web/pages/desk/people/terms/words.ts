import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useTermsWords = defineWords('desk-terms', en, zhCn);
