import type { SameWords } from '../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '法务',
  navigation: { label: '法务', register: '豁免', extensions: '延期', appeals: '申诉', records: '记录' },
  lead: '曾经主张过的全部法定豁免及其结果。豁免的主张在其审核中决定。',
  filters: {
    state: '状态',
    anyState: '全部状态',
    endsBefore: '早于此日终止',
    jurisdiction: '法域',
    jurisdictionHint: '两个字母，例如 SG',
  },
  none: '没有豁免',
  noneWhat: '没有符合筛选条件的豁免。',
  column: { app: '应用', statute: '法律及条款', state: '状态', ends: '最后一天', act: '操作' },
  asked: '主张至 {{day}}',
  decidedBy: '由{{who}}决定',
  endedBy: '由{{who}}提前终止：{{reason}}',
  refusedWhy: '未批准：{{reason}}',
  review: '所属审核',
  end: '提前终止',
  endWhat: '豁免的内容将立即重新向 {{app}} 要求声明，并发出通知；准备时间与豁免到期时相同。',
  endReason: '开发者会看到：法律或应用发生了什么变化。',
};
