import type { en } from './en';

export const zhCn: typeof en = {
  kind: '暂停',
  subject: (apps, organisation) => `已暂停：${apps}的正式 SDK 密钥，完成声明即可恢复（${organisation}）`,
  title: '贵方的正式 SDK 密钥已暂停，完成声明即可恢复',
  preview: (organisation) => `${organisation}：发生了什么、原因何在、如何在几分钟内恢复密钥。`,
  what: (vendor) => `${vendor}已暂停下列应用的正式 SDK 密钥。`,
  restoreHeading: '如何立即恢复',
  restore: '请完成并签署声明。无需任何人重新启用密钥，也无需更换新密钥。',
  effectHeading: '影响范围',
  stopsTitle: '已停止：上述应用的正式 SDK 密钥',
  stops: '验证该密钥时将返回 SUSPENDED_OBLIGATION，并附原因和恢复方式。',
  staysTitle: '不受影响：测试密钥、门户，以及贵方其他应用的密钥',
  stays: '已暂停的密钥仍可轮换；完成声明之前，新密钥同样处于暂停状态。',
  whyHeading: '原因',
  why: (policy) =>
    `${policy}要求作出声明。截止日期过后，正式通知和最后通知已先后送达，均写明了最早的暂停日期。以下义务仍未声明：`,
};
