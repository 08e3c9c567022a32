import type { SameWords } from '../../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  lead: '仅供提供方人员查看。备注不能更改或删除，如有变化请另写一条。',
  words: '新备注',
  missing: '请先填写内容。',
  write: '写入备注',
  none: '尚无备注',
  by: '{{who}}，<at/>',
};
