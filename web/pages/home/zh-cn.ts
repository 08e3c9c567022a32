import type { SameWords } from '../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '选择组织',
  lead: '您代表多个组织办理事务。各组织的声明和密钥相互独立。',
  dueOn: '截止日',
  agency: '代表 {{agency}}',
  none: '您不属于任何组织',
  noneWhat: '请由贵组织的签署人将您添加为联系人，或联系您在提供方的联系人。',
  roles: { signatory: '签署人', preparer: '经办人' },
  apps_other: '{{count}} 个应用',
};
