import type { en } from './en';

export const zhCn: typeof en = {
  kind: '暂停',
  subject: (apps, organisation) => `已决定暂停：${apps}的正式 SDK 密钥，理由见内（${organisation}）`,
  title: '贵方的正式 SDK 密钥已按决定暂停：理由说明',
  preview: (organisation) => `${organisation}：决定了什么、原因何在、依据哪一条款、如何答复。`,
  what: {
    'account-manager': (vendor) =>
      `${vendor}决定立即暂停下列应用的正式 SDK 密钥。该决定由两人共同作出，本邮件即为理由说明。`,
    legal: (vendor) =>
      `${vendor}出于法律原因，决定立即暂停下列应用的正式 SDK 密钥。该决定由两人共同作出，本邮件即为理由说明。`,
  },
  clauseLabel: '依据',
  whyHeading: '原因',
  by: (vendor) => `${vendor}提出人原话`,
  effectHeading: '影响范围',
  stopsTitle: '已停止：上述应用的正式 SDK 密钥',
  stops: '验证该密钥时将返回 SUSPENDED_OTHER，并附查看理由的方式。',
  staysTitle: '不受影响：测试密钥、门户，以及贵方其他应用的密钥',
  stays: '已暂停的密钥仍可轮换，但新密钥同样处于暂停状态。',
  answerHeading: '如何答复',
  answer:
    '请改正上述情况，或说明情况并非如此，并发邮件至下方地址。该暂停须由人工解除，完成声明并不能解除；贵方的声明事项及其日期照常进行。',
};
