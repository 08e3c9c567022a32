import type { en } from './en';

export const zhCn: typeof en = {
  kind: '终止取消',
  subject: (organisation) => `此前通知的终止不再执行（${organisation}）`,
  title: '此前通知的终止不再执行',
  preview: (organisation) => `${organisation}：该通知已失效，原因见内。`,
  revocation: (vendor) => `${vendor}此前通知，下列应用可能被永久吊销。该通知现已失效。`,
  offboarding: (vendor) => `${vendor}此前通知，可能终止贵方对其 SDK 的使用。该通知现已失效。`,
  sinceLabel: '失效时间',
  cured: '其所依据的情况已经改正，因此自动失效。',
  withdrawn: '该通知已被撤回。',
  fresh: '今后如再有此类情形，须重新发出通知并载明新的日期。',
};
