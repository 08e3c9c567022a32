import { defineWords } from '../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useTodayWords = defineWords('desk-today', en, zhCn);
