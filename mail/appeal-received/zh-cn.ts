import type { en } from './en';

export const zhCn: typeof en = {
  kind: '申诉',
  subject: (against, apps, organisation) => `已收到申诉：针对${against}，${apps}（${organisation}）`,
  title: '我们已收到贵方的申诉',
  preview: (organisation) => `${organisation}：何时答复，以及在此期间哪些措施暂缓。`,
  what: (vendor, against) =>
    `${vendor}已收到贵方针对${against}提出的申诉。申诉将由未参与原决定的人员裁定，并以文字说明理由。`,
  waitsHeading: '在此期间暂缓的措施',
  waits:
    '在申诉得到答复之前，尚未发生的措施一律暂缓：下列应用的期限停止计算，之后的各个日期相应顺延。已经发生的措施在此之前维持不变。',
  attest: '贵方无需等待答复：完成声明，或改正所认定的问题，仍可立即解除相应措施，且不影响本次申诉。',
};
