import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useRecordWords = defineWords('desk-records', en, zhCn);
