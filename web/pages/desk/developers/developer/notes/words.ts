import { defineWords } from '../../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useNotesWords = defineWords('desk-notes', en, zhCn);
