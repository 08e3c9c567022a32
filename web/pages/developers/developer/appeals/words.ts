import type { AppealAgainst } from '../../../../../domain/lifecycle/appeals';
import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

en.against satisfies Readonly<Record<AppealAgainst, string>>;

export const useAppealWords = defineWords('appeals', en, zhCn);
