import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const usePostMortemWords = defineWords('desk-post-mortem', en, zhCn);
