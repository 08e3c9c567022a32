import type { en } from './en';

export const zhCn: typeof en = {
  kind: '通过',
  subject: (apps, organisation) => `已通过：${apps}的声明（${organisation}）`,
  title: '贵方的声明已通过',
  preview: (organisation) => `${organisation}：有效期至何时，下次何时声明。`,
  what: (vendor) => `${vendor}已通过贵方的声明，感谢配合。`,
  acceptedLabel: '通过时间',
  onboarding: '现在可以在门户中为这些应用签发正式 SDK 密钥。',
  moreLeft: '这些应用另有内容尚待声明，见上方列表；其各项日期不变。',
  nothingLeft: '目前无需再做任何操作。下次截止日期之前，我们会提前提醒。',
};
