import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '延期',
  lead: '申请延期的开发者及其计划。答复之前开发者的期限停止计算；申请人不得自行决定。',
  which: '筛选申请',
  none: '没有申请',
  noneWhat: '目前没有开发者申请延期。',
  state: { open: '待决定', granted: '已批准', refused: '未批准', withdrawn: '已撤回' },
  asks: '申请延至 <until/>；原截止日为 <due/>',
  asksNoDue: '申请延至 <until/>',
  asked: '申请于 <at/>',
  plan: '计划',
  granted: '由{{who}}批准延至 <until/>',
  refused: '{{who}}未予批准',
  grant: '批准',
  grantWhat: '{{developer}} 的截止日将延至您批准的日期，仅限本次声明。',
  until: '批准至',
  refuse: '不批准',
  refuseWhat: '{{developer}} 的期限恢复计算，至少还有三天。',
  reason: '开发者会看到原文。',
};
