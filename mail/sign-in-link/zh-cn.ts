import type { en } from './en';

export const zhCn: typeof en = {
  kind: '登录',
  subject: (vendor) => `${vendor}登录链接`,
  title: (vendor) => `登录${vendor}`,
  preview: (minutes) => `${minutes} 分钟内有效，仅可使用一次。`,
  what: '请打开下面的页面，并在页面上确认登录。',
  button: '登录',
  expires: (minutes) => `链接自您申请之时起 ${minutes} 分钟内有效，仅可使用一次。过期后请在登录页面重新获取。`,
  notYou:
    '如果不是您本人操作，请忽略本邮件：没有该链接，任何人都无法登录。请勿将链接转发给他人，我们的工作人员不会向您索取。',
};
