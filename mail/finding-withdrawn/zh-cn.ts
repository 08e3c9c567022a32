import type { en } from './en';

export const zhCn: typeof en = {
  kind: '问题认定',
  subject: (apps, organisation) => `已撤回：关于${apps}的问题认定（${organisation}）`,
  title: '该问题认定已撤回',
  preview: (organisation) => `${organisation}：无需再作答复。`,
  what: (vendor) => `${vendor}撤回以下问题认定，贵方无需再作答复。`,
  keysWork: '对正式 SDK 密钥的暂停已经解除，密钥恢复可用，无需更换。',
  ended: '由该问题认定对此应用产生的措施，即刻全部解除。',
};
