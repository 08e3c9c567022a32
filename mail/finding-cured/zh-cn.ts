import type { en } from './en';

export const zhCn: typeof en = {
  kind: '问题认定',
  subject: (apps, organisation) => `已改正：关于${apps}的问题认定（${organisation}）`,
  title: '该问题已认定为改正',
  preview: (organisation) => `${organisation}：哪些措施随之解除。`,
  what: (vendor) => `${vendor}已核实贵方的答复，认定问题已经改正。感谢配合。`,
  keysWork: '对正式 SDK 密钥的暂停已经解除，密钥恢复可用，无需更换。',
  ended: '由该问题认定对此应用产生的措施，即刻全部解除。',
  rest: '该应用其他未了事项，如另一项问题认定或到期的声明，仍按先前通知进行。',
};
