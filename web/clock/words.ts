import { defineWords } from '../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useClockWords = defineWords('clock', en, zhCn);
