import type { en } from './en';

export const zhCn: typeof en = {
  kind: '隐私政策',
  subject: (apps, organisation, due) =>
    `隐私政策已变更${due === undefined ? '' : `，请最迟于${due}完成声明`}：${apps}（${organisation}）`,
  title: '隐私政策已变更',
  preview: (organisation) => `${organisation}：变更内容、需重新声明的事项及截止日期。`,
  what: (vendor) =>
    `${vendor}变更了对所有嵌入其 SDK 的开发者具有约束力的隐私政策。以下应用须就与变更条款有关的事项重新作出声明，其他事项无需重复。`,
  versionLabel: '版本',
  effectiveLabel: '生效日期',
  summaryBy: (vendor) => `${vendor}对变更内容的说明`,
  clausesHeading: '条款的现行文本',
  clausesIntro: '新增的文字以粗体标出。',
  clause: (clause) => `第 ${clause} 条`,
  removed: (words) => `已删除的文字：${words}`,
  quoted: (words) => `“${words}”`,
  appsHeading: '需声明的事项及截止日期',
  next: '填写时只会询问尚未完成的事项。此前未完成的，仍以原截止日期为准。',
  otherwise: '截止日期过后，我们会发出正式通知。以下措施须在该通知送达之后才能采取，且不会早于所列日期。',
};
