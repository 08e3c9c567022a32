import type { en } from './en';

export const zhCn: typeof en = {
  kind: '正式通知',
  subject: (apps, organisation, due) =>
    `正式通知：${apps}的声明已逾期${due === undefined ? '' : `，原截止日期 ${due}`}（${organisation}）`,
  title: '正式通知及理由说明',
  preview: (organisation) => `${organisation}：缺少哪些内容、可能采取的措施及最早日期、如何补救、如何申诉。`,
  what: (vendor, organisation) =>
    `本邮件是${vendor}致${organisation}的正式通知，说明缺少哪些内容、依据哪一条款、之后可能采取哪些措施及其最早日期、如何补救以及如何申诉。`,
  factsHeading: '一、事实',
  asOfLabel: '截至此时仍未完成',
  clauseHeading: '二、依据条款',
  clause: (policy) => `${policy}对所有集成该 SDK 的开发者具有约束力。尚未声明的义务出自以下条款：`,
  followsHeading: '三、可能采取的措施及最早日期',
  finalFirst: '暂停之前，贵方还会收到一份最后通知。',
  remedyHeading: '四、如何补救',
  appealHeading: '五、如何申诉',
  remedy: '请完成尚待作出的声明；也可在门户中申请延期，或停用已不再提供的应用。',
};
