import type { en } from './en';

export const zhCn: typeof en = {
  kind: '问题认定',
  subject: (apps, organisation) => `尚未改正：关于${apps}的问题认定（${organisation}）`,
  title: '贵方的答复尚不足以认定问题已改正',
  preview: (organisation) => `${organisation}：理由，以及现行的日期。`,
  what: (vendor) => `${vendor}已核实贵方的答复，基于以下理由，认为问题尚未改正。`,
  stood: '贵方可以再次答复。期限停止计算的时间不计入贵方的期限，此处的日期已相应顺延。',
};
