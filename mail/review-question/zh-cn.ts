import type { en } from './en';

export const zhCn: typeof en = {
  kind: '审核',
  subject: (apps, organisation) => `关于${apps}的声明，有一个问题请您答复（${organisation}）`,
  title: '审核人员有一个问题',
  preview: (organisation) => `${organisation}：所问何事，在哪里答复。`,
  what: (vendor) => `${vendor}正在审核贵方的声明，现就其中一项提出问题。目前尚未作出任何决定。`,
  itemLabel: '项目',
  askedLabel: '提问时间',
  by: (vendor) => `${vendor}审核人员原话`,
  nextHeading: '接下来怎么做',
  next: '请在门户中用几句话答复。在该项目作出决定之前，贵方的签署人和经办人均可答复。',
  datesStay:
    '这一问题不会改变贵方的任何日期，审核也照常进行：我们答复贵方声明的期限与之前相同。不答复不会有其他不利后果，只是失去一次说明的机会。',
  button: '查看并答复',
};
