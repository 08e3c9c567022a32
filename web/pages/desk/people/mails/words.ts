import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useMailWords = defineWords('desk-mails', en, zhCn);
