import type { en } from './en';

export const zhCn: typeof en = {
  kind: '吊销',
  subject: (apps, organisation) => `已永久吊销：${apps}的 SDK 密钥（${organisation}）`,
  title: '贵方的应用已被吊销，其 SDK 密钥永久失效',
  preview: (organisation) => `${organisation}：哪些已终止、原因何在、还能做什么。`,
  what: (vendor) => `在贵方收到终止通知之后，${vendor}已吊销下列应用。该决定由两人共同作出。`,
  whyHeading: '原因',
  by: (vendor) => `${vendor}通知原话`,
  meansHeading: '影响范围',
  keysTitle: '这些应用的全部密钥已终止，包括正式密钥和测试密钥',
  keys: '验证密钥将返回 REVOKED，且无法重新启用。',
  duesTitle: '不再就这些应用要求任何声明',
  dues: '贵方的其他应用照常进行。',
  recordTitle: '已作出的声明予以保留',
  record: '保留期限以隐私声明所载为准，可供贵我双方作为证明。',
  againTitle: '可以重新开始',
  again: '贵方可在门户中重新登记该应用，届时与新应用一样，从首次声明开始。',
};
