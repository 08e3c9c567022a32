import { defineWords } from '../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useActionWords = defineWords('required-actions', en, zhCn);
