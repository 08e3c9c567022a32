import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useHoldWords = defineWords('desk-holds', en, zhCn);
