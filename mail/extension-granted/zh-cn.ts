import type { en } from './en';

export const zhCn: typeof en = {
  kind: '延期',
  subject: (apps, organisation, until) =>
    `延期已批准${until === undefined ? '' : `，新的截止日期为${until}`}：${apps}（${organisation}）`,
  title: (until) => (until === undefined ? '延期已批准' : `延期已批准，新的截止日期为${until}`),
  preview: (organisation) => `${organisation}：新的截止日期，以及随之顺延的事项。`,
  what: (vendor) => `${vendor}已批准贵方申请的延期，下列应用的各项日期随之顺延。`,
  askedLabel: '申请延至',
  grantedLabel: '批准延至',
  dueLabel: '新的截止日期（当天结束前）',
  by: (vendor) => `${vendor}审批人员原话`,
  once: '每个周期只能延期一次，请以此截止日期为准。',
  otherwise: '以下措施须在正式通知送达之后才能采取，且不会早于所列日期。',
};
