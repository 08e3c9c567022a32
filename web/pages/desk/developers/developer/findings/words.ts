import type { FindingState } from '../../../../../../domain/lifecycle/findings';
import { defineWords } from '../../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

en.state satisfies Readonly<Record<FindingState, string>>;

export const useDeskFindingWords = defineWords('desk-findings', en, zhCn);
