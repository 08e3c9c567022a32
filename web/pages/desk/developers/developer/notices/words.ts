import { defineWords } from '../../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useDeskNoticeWords = defineWords('desk-notices', en, zhCn);
