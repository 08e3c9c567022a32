import type { en } from './en';

export const zhCn: typeof en = {
  kind: '最后通知',
  subject: (apps, organisation, day) =>
    `最后通知：${apps}的正式 SDK 密钥${day === undefined ? '可能被暂停' : `最早将于${day}暂停`}（${organisation}）`,
  title: (day) => `正式 SDK 密钥${day === undefined ? '可能被暂停' : `最早将于${day}暂停`}`,
  preview: (organisation) => `${organisation}：最早何时暂停、哪些功能停止、如何避免。`,
  what: (vendor, organisation) =>
    `${vendor}已就下列应用向${organisation}发出正式通知，但其声明仍未完成。本邮件是暂停其正式 SDK 密钥之前的最后一份通知。`,
  stopsHeading: '哪些停止，哪些不受影响',
  stopsTitle: '停止：上述应用的正式 SDK 密钥',
  stops: '验证该密钥时将返回 SUSPENDED_OBLIGATION，SDK 在已发布的应用中停止工作。',
  staysTitle: '不受影响：测试密钥、门户，以及贵方其他应用的密钥',
  stays: '暂停前后均可随时起草、声明、轮换密钥和申诉。',
  avertHeading: '如何避免',
  avert: '请完成并签署声明。提交之后，在审核期间将停止对该应用采取后续措施。',
  clauseHeading: '依据条款',
};
