import type { en } from './en';

export const zhCn: typeof en = {
  kind: '延期',
  subject: (apps, organisation) => `延期申请未获批准：${apps}（${organisation}）`,
  title: '贵方的延期申请未获批准',
  preview: (organisation) => `${organisation}：理由，以及现行的截止日期。`,
  what: (vendor) => `${vendor}决定不批准贵方申请的延期。`,
  askedLabel: '申请延至',
  dueLabel: '截止日期（当天结束前）',
  by: (vendor) => `${vendor}审批人员原话`,
  stood: '等待答复的时间不计入贵方的期限，此处的日期已相应顺延。',
  otherwise: '以下措施须在正式通知送达之后才能采取，且不会早于所列日期。',
};
