import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '错误措施',
  lead: '每项成立的申诉和每项被撤销的暂停各对应一条：错误执行了什么、持续多久、何时恢复。',
  none: '没有错误措施',
  noneWhat: '迄今没有申诉成立，也没有暂停被撤销。',
  total_other: '共 {{count}} 项错误措施，恢复用时最长 {{longest}}',
  against: { return: '声明被退回', finding: '问题认定', restriction: '限制', suspension: '暂停' },
  column: { app: '应用', against: '措施', enforced: '执行时间', restored: '恢复时间', time: '恢复用时', shown: '依据' },
  upheld: '申诉成立',
  postMortem: '复盘',
  isOpen: '待完成',
  minutes: '{{count}} 分钟',
  hours: '{{count}} 小时',
  days: '{{count}} 天',
  appeal: '已成立的申诉',
};
