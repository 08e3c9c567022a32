import { defineWords } from '../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useLegalWords = defineWords('desk-legal', en, zhCn);
