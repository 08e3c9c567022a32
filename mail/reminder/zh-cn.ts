import type { en } from './en';

export const zhCn: typeof en = {
  kind: '提醒',
  subject: (apps, organisation, due, isOverdue) => {
    if (due === undefined) return `提醒：请完成${apps}的声明（${organisation}）`;
    return isOverdue
      ? `已逾期（原截止日期 ${due}）：${apps}的声明（${organisation}）`
      : `请最迟于${due}完成${apps}的声明（${organisation}）`;
  },
  title: (due, isOverdue) => {
    if (due === undefined) return '有一份声明等待您完成';
    return isOverdue ? `您的声明已逾期，原截止日期为${due}` : `您的声明须最迟于${due}完成`;
  },
  preview: (apps, organisation) => `${organisation}的${apps}尚待声明。`,
  what: (apps, organisation) => `${organisation}尚有 ${apps}未完成 SDK 隐私义务声明。已填写的草稿均已保存。`,
  onboarding: '测试密钥继续可用。某个应用的首次声明通过之后，才能为其签发正式密钥。',
  otherwise: '截止日期过后，我们会发出正式通知。以下措施须在该通知送达之后才能采取，且不会早于所列日期。',
};
