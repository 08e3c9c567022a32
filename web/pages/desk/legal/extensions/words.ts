import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

export const useExtensionWords = defineWords('desk-extensions', en, zhCn);
