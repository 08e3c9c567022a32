import type { en } from './en';

export const zhCn: typeof en = {
  kind: '正式通知',
  subject: (apps, organisation, due) =>
    `正式通知：关于${apps}的问题认定${due === undefined ? '' : `，请于 ${due} 前改正`}（${organisation}）`,
  title: '正式通知：关于贵方应用的问题认定',
  preview: (organisation) => `${organisation}：认定了什么、可能采取的措施及最早日期、如何补救、如何申诉。`,
  what: (vendor, organisation) =>
    `${vendor}认定，${organisation}就下列应用所作的声明中有不实之处，或已不再属实。本正式通知说明认定了什么、依据哪一条款、之后可能采取哪些措施及其最早日期、如何补救以及如何申诉。`,
  factsHeading: '一、事实',
  clauseHeading: '二、依据条款',
  followsHeading: '三、可能采取的措施及最早日期',
  finalFirst: '暂停之前，贵方还会收到一份最后通知。',
  remedyHeading: '四、如何补救',
  appealHeading: '五、如何申诉',
};
