import { defineWords } from '../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useImportWords = defineWords('desk-imports', en, zhCn);
