import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '邮件',
  lead: 'Avow 发送的全部邮件，以两种语言显示。其中的名称和日期均为虚构。',
  choose: '邮件',
  subject: '主题',
  attached: '附件：{{names}}',
  english: '英文',
  chinese: '简体中文',
};
