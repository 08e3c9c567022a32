import type { en } from './en';

export const zhCn: typeof en = {
  kind: '审核',
  subject: (count, apps, organisation) => `有 ${count} 项被退回：${apps}的声明（${organisation}）`,
  title: (count) => `声明中有 ${count} 项需要重新作出`,
  preview: (organisation) => `${organisation}：哪些项目被退回、原因是什么、接下来怎么做。`,
  what: (vendor) => `${vendor}已审核贵方的声明。以下项目予以退回，并逐项说明原因；其余内容保持不变。`,
  itemLabel: '项目',
  by: (vendor) => `${vendor}审核人员原话`,
  nextHeading: '接下来怎么做',
  next: '请更正上述项目，重新声明并签署。计入审核时间后，现行日期如下：',
  button: '更正项目',
};
