import type { SameWords } from '../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  roles: { am: '客户经理', lead: '主管', legal: '法务', admin: '管理员' },
  refusal: {
    role: '仅限{{roles}}办理。',
    samePerson: '此事由您发起，须由另一人决定。',
    notBegun: '只有发起人可以撤回。',
    decided: '此事已有决定。',
    unanswered: '尚无答复可供认定。',
    notInForce: '目前不生效。',
    lifted: '已经结束。',
  },
  requirement: {
    open: '待开发者办理',
    submitted: '待决定',
    returned: '已退回',
    accepted: '已接受',
    exempt: '已豁免',
    superseded: '已被后续要求取代',
  },
  reason: { label: '理由', missing: '请用一句话说明理由。' },
  picker: { placeholder: '输入名称的一部分', none: '没有找到' },
  cancel: '取消',
  close: '关闭',
  someone: '某人',
  someTier: '某一层级',
  nobody: '无',
  more: '显示更多',
  walk: {
    waits: '等待 {{mails}} 封邮件发出',
    stands: '正在等待 {{mails}} 封邮件发出。待发邮件少于 {{most}} 封时自动继续；如数量一直不减少，说明邮件无法发出。',
    mails: '各类待发邮件',
  },
  table: '{{title}}（表格，窗口较窄时可横向滚动）',
};
