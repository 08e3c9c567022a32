import { defineWords } from '../../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useTimelineWords = defineWords('desk-timeline', en, zhCn);
