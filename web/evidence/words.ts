import { defineWords } from '../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useEvidenceWords = defineWords('evidence', en, zhCn);
