import type { en } from './en';

export const zhCn: typeof en = {
  kind: '限制',
  subject: (apps, organisation) => `已受限：${apps}，正式密钥继续可用（${organisation}）`,
  title: '贵方的应用已受限，正式密钥继续可用',
  preview: (organisation) => `${organisation}：哪些仍可用、哪些不可用、如何解除。`,
  what: (vendor, policy) => `${policy}所要求的声明仍未完成，${vendor}已按正式通知所述，对下列应用作出限制。`,
  worksHeading: '哪些可用，哪些不可用',
  worksTitle: '可用：现有的正式密钥和测试密钥',
  works: '这些密钥也可随时轮换。',
  stopsTitle: '不可用：新建',
  stops: '不能为这些应用签发新密钥，也不能登记新应用。',
  remedy: '请完成并签署声明。声明通过后，限制自动解除。',
  otherwise: '在写明具体时间的最后通知送达之后，这些应用的正式密钥可能被暂停；测试密钥不受影响。',
};
