import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '历史记录',
  lead: '关于 {{name}} 的全部决定：内容、时间、作出者和原因。任何记录都不会被删除。时间以 {{zone}} 时区为准。',
  filter: { app: '应用', allApps: '全部应用', by: '作出者', anybody: '不限' },
  actor: {
    person: '贵组织人员',
    staff: '提供方人员',
    token: '提供方系统',
    clock: '到期自动执行',
    system: 'Avow',
  },
  staff: { am: '客户经理', lead: '主管', legal: '法务', admin: '管理员' },
  who: {
    person: '贵组织人员',
    staff: '提供方（{{role}}）',
    named: '{{name}}',
    namedStaff: '{{name}}，提供方（{{role}}）',
  },
  by: '作出者：{{who}}',
  standing: '由“{{from}}”变为“{{to}}”',
  rule: '依据规则：{{rule}}',
  read: { notice: '阅读通知', finding: '查看问题', key: '查看密钥' },
  none: '没有记录',
  noneWhat: '没有符合所选条件的记录。',
  more: '显示更早的记录',
};
