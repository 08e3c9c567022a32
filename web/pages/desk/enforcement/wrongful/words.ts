import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useWrongfulWords = defineWords('desk-wrongful', en, zhCn);
