import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useMoreTimeWords = defineWords('more-time', en, zhCn);
