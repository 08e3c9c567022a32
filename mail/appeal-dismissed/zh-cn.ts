import type { en } from './en';

export const zhCn: typeof en = {
  kind: '申诉',
  subject: (against, apps, organisation) => `申诉不成立：${against}维持不变，${apps}（${organisation}）`,
  title: '贵方的申诉不成立',
  preview: (organisation) => `${organisation}：理由，以及现行的日期。`,
  what: (vendor, against) => `${vendor}已由未参与原决定的人员重新审查${against}，认定应予维持。`,
  by: (vendor) => `${vendor}裁定人员原话`,
  final: '每项决定只能申诉一次，本答复即为最终结果。对之后作出的决定，贵方仍可申诉。',
  remedy: '完成声明即可补救：因未作声明而采取的措施，在声明填写完整并签署后即告解除，逾期亦然。',
  stood: '等待答复的时间不计入贵方的期限，下一步之前至少还有三天；此处的日期已相应顺延。',
};
