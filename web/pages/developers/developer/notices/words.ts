import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useNoticesWords = defineWords('notice-pages', en, zhCn);
