import { defineWords } from '../../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useSuspensionWords = defineWords('desk-suspensions', en, zhCn);
