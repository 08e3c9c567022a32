import { defineWords } from '../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const usePeopleWords = defineWords('desk-people', en, zhCn);
