import type { en } from './en';

export const zhCn: typeof en = {
  kind: '终止合作',
  subject: (organisation, vendor) => `${organisation}不再使用${vendor}的 SDK：密钥已吊销`,
  title: (vendor) => `贵方已终止使用${vendor}的 SDK`,
  preview: (organisation) => `${organisation}：密钥已吊销，不再有待办事项，记录予以保留。`,
  byVendor: (organisation, vendor) =>
    `在${organisation}收到终止通知之后，${vendor}已终止其对 SDK 的使用。该决定由两人共同作出。`,
  what: (organisation, vendor) =>
    `${organisation}对${vendor} SDK 的使用已经终止。如这并非贵方本意，请发邮件至下方地址。`,
  meansHeading: '影响范围',
  keysTitle: '密钥永久吊销',
  keys: '所有应用的正式密钥和测试密钥均已吊销，且无法恢复。',
  duesTitle: '不再有待办事项',
  dues: '今后不再有截止日期、提醒或任何措施。',
  recordTitle: '已作出的声明予以保留',
  record: '保留期限以隐私声明所载为准，可供贵我双方作为证明。',
};
