import type { SameWords } from '../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '待办事项',
  nothing: '目前没有待办事项',
  next: '下一次声明会自动开放，截止日为',
  due: '截止时间',
  restricts: '若不办理，最早于此时受限',
  suspends: '正式密钥最早于此时暂停',
  toDo_other: '{{count}} 项声明待提交',
  inReview: '提供方正在审核：您无需办理，期限暂停计算。',
  begin: '继续办理声明',
};
