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
  reason: { label: '理由', missing: '请用一句话说明理由。' },
  cancel: '取消',
  close: '关闭',
  someone: '某人',
  more: '显示更多',
  table: '{{title}}（表格，窗口较窄时可横向滚动）',
};
