import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '退回理由',
  lead: '声明事项可以因以下理由退回。开发者看到的是其所用语言的说明，其后附审核人所写的内容。',
  code: '代码',
  english: '英文',
  chinese: '简体中文',
  frozen: '代码和说明已写入记录和邮件，只增不改；新增须修改程序（见 CONTRIBUTING.md）。',
};
