import type { en } from './en';

export const zhCn: typeof en = {
  final: {
    kind: '最后通知',
    subject: (apps, organisation, day) =>
      `最后通知：${apps}的正式 SDK 密钥${day === undefined ? '可能因问题认定被暂停' : `最早将于${day}因问题认定暂停`}（${organisation}）`,
    title: (day) => `正式 SDK 密钥${day === undefined ? '可能因问题认定被暂停' : `最早将于${day}因问题认定暂停`}`,
    preview: (organisation) => `${organisation}：最早何时暂停、哪些功能停止、如何避免。`,
    what: (vendor) =>
      `${vendor}已就下列应用的问题认定向贵方发出正式通知，但问题尚未改正。本邮件是因此暂停该应用正式 SDK 密钥之前的最后一份通知。`,
    meansHeading: '哪些停止，哪些不受影响',
    stopsTitle: '停止：该应用的正式 SDK 密钥',
    stops: '验证该密钥时将返回 SUSPENDED_FINDING，SDK 在已发布的应用中停止工作。',
    staysTitle: '不受影响：测试密钥、门户，以及贵方其他应用的密钥',
    stays: '暂停前后均可随时答复问题认定、轮换密钥和申诉。',
  },
  restricted: {
    kind: '限制',
    subject: (apps, organisation) => `因问题认定已受限：${apps}，正式密钥继续可用（${organisation}）`,
    title: () => '贵方的应用因问题认定已受限，正式密钥继续可用',
    preview: (organisation) => `${organisation}：哪些仍可用、哪些不可用、如何解除。`,
    what: (vendor) => `下列应用的问题尚未改正，${vendor}已按正式通知所述对其作出限制。`,
    meansHeading: '哪些可用，哪些不可用',
    stopsTitle: '不可用：新建',
    stops: '不能为该应用签发新密钥，也不能登记新应用。',
    staysTitle: '可用：现有的正式密钥和测试密钥',
    stays: '这些密钥也可随时轮换。只有在写明具体时间的最后通知送达之后，才可能暂停。',
  },
  suspended: {
    kind: '暂停',
    subject: (apps, organisation) => `因问题认定已暂停：${apps}的正式 SDK 密钥，改正并答复即可恢复（${organisation}）`,
    title: () => '贵方的正式 SDK 密钥因问题认定已暂停',
    preview: (organisation) => `${organisation}：发生了什么、原因何在、密钥如何恢复。`,
    what: (vendor) =>
      `${vendor}已暂停下列应用的正式 SDK 密钥。在此之前，关于该问题认定的正式通知和最后通知均已送达，且都写明了最早可能暂停的日期。`,
    meansHeading: '这意味着什么',
    stopsTitle: '已停止：该应用的正式 SDK 密钥',
    stops: '验证该密钥时将返回 SUSPENDED_FINDING，并附原因及恢复途径。',
    staysTitle: '不受影响：测试密钥、门户，以及贵方其他应用的密钥',
    stays: '已暂停的密钥仍可轮换；在问题改正之前，新密钥同样处于暂停状态。',
  },
};
