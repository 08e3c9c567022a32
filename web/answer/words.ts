import { defineWords } from '../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useAnswerWords = defineWords('answer', en, zhCn);
