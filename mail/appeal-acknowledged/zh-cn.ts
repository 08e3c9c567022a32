import type { en } from './en';

export const zhCn: typeof en = {
  kind: '申诉',
  subject: (against, apps, organisation) => `贵方的申诉正在处理：针对${against}，${apps}（${organisation}）`,
  title: '对贵方申诉的初步答复',
  preview: (organisation) => `${organisation}：初步答复，以及作出决定的日期。`,
  what: (vendor, against) => `${vendor}正在处理贵方针对${against}提出的申诉。初步答复如下：`,
  by: (vendor) => `${vendor}答复人员原话`,
  stands: '在作出决定之前，下列应用的期限停止计算，贵方无需为此进行任何操作。',
};
