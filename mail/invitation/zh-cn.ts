import type { en } from './en';

export const zhCn: typeof en = {
  obligations: {
    law: '贵方遵守有关收集和使用最终用户个人信息的法律和政策。',
    notice: '贵方已就自身服务以及政策所列各项目的，告知最终用户收集和使用的内容。',
    consent: '贵方已取得最终用户充分、必要且明确的同意，或具有法定豁免。',
    rights: '贵方提供便捷的方式，供用户选择、查阅、更正、删除和撤回同意。',
  },
  kind: '声明邀请',
  subject: (vendor, organisation, due) =>
    `${vendor}：请${due === undefined ? '' : `最迟于${due}`}完成 SDK 隐私义务声明（${organisation}）`,
  title: (vendor) => `请声明贵方如何履行${vendor} SDK 的隐私义务`,
  preview: (organisation, vendor) => `${organisation}使用${vendor}的 SDK，现邀请贵方逐个应用完成声明。`,
  why: (organisation, vendor) =>
    `${organisation}使用的${vendor} SDK 会处理最终用户的个人信息。根据${vendor}的 SDK 隐私政策（“特别说明”第 3 条），凡集成该 SDK 的开发者均须履行四项义务。${vendor}现请${organisation}逐个应用声明如何履行这些义务。`,
  signsLabel: '由谁签署',
  signs: (organisation) => `${organisation}的签署人；经办人可以起草答复`,
  dueUnset: '本邀请送达后才会确定截止日期，届时将在门户和每封提醒邮件中写明。',
  whatHeading: '需要声明的内容',
  what: '每个应用需作出四项声明，每项包含若干问题和证明材料：',
  pace: '答复随填随存，可以随时中断、稍后继续；同一答复可一次用于多个应用。',
  button: '开始声明',
  otherwiseOnboarding: '测试密钥即刻可用。某个应用的首次声明通过之后，才能为其签发正式密钥。',
  otherwise: (vendor) =>
    `在截止日期之前及其后一段时间内，正式密钥继续可用。如逾期仍未完成声明，${vendor}会先发出正式通知，写明缺少哪些内容、之后可能采取哪些措施，以及每项措施最早的日期。`,
};
