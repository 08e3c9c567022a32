import type { SameWords } from '../words/tree';
import { defineWords } from '../words/words';
import { en } from './en';

const zh: SameWords<typeof en> = {
  title: '未能完成',
  reference: '咨询时请提供编号：{{instance}}',
  field: '请更正此项。',
  toCorrect: '请先更正以下内容',
};

export const useProblemWords = defineWords('problems', en, zh);
