import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useReasonWords = defineWords('desk-reasons', en, zhCn);
