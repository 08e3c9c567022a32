import type { en } from './en';

export const zhCn: typeof en = {
  kind: '恢复',
  subject: (apps, organisation, isProvisional) =>
    `已${isProvisional ? '临时' : ''}恢复：${apps}的正式 SDK 密钥（${organisation}）`,
  title: (isProvisional) => (isProvisional ? '贵方的正式 SDK 密钥已临时恢复' : '贵方的正式 SDK 密钥已恢复'),
  preview: (organisation) => `${organisation}：因声明未完成而作出的暂停已解除。`,
  what: '我们已收到贵方的声明，因声明未完成而对下列应用作出的暂停已解除。其正式 SDK 密钥会在几分钟内自动恢复，无需更换新密钥。',
  howLabel: '解除方式',
  provisional: '临时解除：自动检查已通过，尚待人工审核',
  final: '正式解除：声明完整并已通过',
  untilAnswered: (vendor) =>
    `${vendor}正在审核贵方提交的内容。在此期间贵方无需操作，期限也不会计算。如有项目被退回，我们会说明是哪一项及原因；再次暂停之前，必须重新发出正式通知。`,
  nothingLeft: '目前无需再做任何操作。',
  otherSuspensions: '如某个应用另有其他暂停原因，其密钥仍不可用；门户中列有全部未解除的原因。',
};
