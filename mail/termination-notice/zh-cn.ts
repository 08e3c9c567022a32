import type { en } from './en';

export const zhCn: typeof en = {
  kind: '终止通知',
  revocation: {
    subject: (apps, organisation, day) =>
      `终止通知：${apps}的密钥可能被永久吊销${day === undefined ? '' : `，最早日期为${day}`}（${organisation}）`,
    title: (day) => `贵方应用的密钥可能被永久吊销${day === undefined ? '' : `，最早日期为${day}`}`,
    what: (vendor, organisation) =>
      `${vendor}现通知${organisation}：拟吊销下列应用，即永久终止其 SDK 密钥。这些应用已被暂停，而被暂停的原因至今未消除。`,
    meansTitle: '这些应用的全部密钥终止，包括正式密钥和测试密钥',
    means: '此后验证密钥将返回 REVOKED。任何密钥都不会恢复，新登记的应用须从头开始。',
    remedy: '请完成并签署声明。声明获接受或通过自动检查后，暂停即告解除，本通知随之自动失效。',
    clause: (policy) => `${policy}对所有集成该 SDK 的开发者具有约束力。尚未完成的是：`,
  },
  offboarding: {
    subject: (_apps, organisation, day) =>
      `终止通知：与${organisation}的合作可能终止${day === undefined ? '' : `，最早日期为${day}`}`,
    title: (day) => `我方可能终止贵方对 SDK 的使用${day === undefined ? '' : `，最早日期为${day}`}`,
    what: (vendor, organisation) => `${vendor}现通知${organisation}：拟终止其全部应用对 SDK 的使用。`,
    meansTitle: '所有应用的全部密钥终止，包括正式密钥和测试密钥',
    means: '此后验证密钥将返回 OFFBOARDED。任何密钥都不会恢复，也不再要求贵方作出任何声明。',
    remedy: '如认为不应终止，请在该日期之前告知我们。在此之前，贵方的密钥照常使用，待办事项也照常到期。',
    clause: (policy) => `依据为双方的协议以及${policy}。`,
  },
  preview: (organisation) => `${organisation}：将终止什么、原因何在、最早日期、如何答复。`,
  whyHeading: '一、原因',
  by: (vendor) => `${vendor}通知人原话`,
  clauseHeading: '二、依据',
  whenHeading: '三、将终止什么，最早日期',
  notBeforeLabel: '最早日期',
  notBefore: '该日期自本通知送达起算，届时须由第二人确认。如送达较晚，日期只会推后，不会提前。',
  curedFinding: '一经认定已改正，暂停即告解除，本通知随之自动失效。',
  remedyHeading: '四、如何答复',
  appealHeading: '五、如何申诉',
};
