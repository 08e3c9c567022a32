import type { SameWords } from '../../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = { extensions: '延期', appeals: '申诉', exemptions: '豁免', none: '没有。' };
