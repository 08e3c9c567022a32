import type { en } from './en';

export const zhCn: typeof en = {
  kind: '恢复',
  subject: (apps, organisation, isRestored) =>
    isRestored
      ? `已恢复：${apps}的正式 SDK 密钥（${organisation}）`
      : `${apps}的一项暂停已解除，另有一项仍然有效（${organisation}）`,
  title: (isRestored) =>
    isRestored ? '贵方的正式 SDK 密钥已恢复' : '一项暂停已解除，另有一项暂停仍覆盖贵方的正式密钥',
  preview: (organisation) => `${organisation}：解除了哪一项暂停，原因何在。`,
  what: (vendor) => `${vendor}已解除下列应用的一项暂停。`,
  liftedLabel: '解除时间',
  classLabel: '该暂停的性质',
  classes: {
    obligation: '因声明未完成',
    finding: '因存在问题',
    'account-manager': '由供应商决定',
    legal: '出于法律原因决定',
    developer: '应贵方要求',
  },
  by: (vendor) => `${vendor}解除人原话`,
  restored: '这些应用的正式 SDK 密钥会在几分钟内自动恢复，无需更换新密钥。',
  otherStays: '这些应用另有一项暂停仍然有效，其正式 SDK 密钥仍不可用。门户中列有该暂停及其理由。',
  stillOwed: '该暂停所针对的事项仍未完成。未重新发出载明新日期的正式通知之前，不会因此再次暂停。',
};
