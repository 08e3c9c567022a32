import type { en } from './en';

export const zhCn: typeof en = {
  roles: { am: '客户经理', lead: '主管', legal: '法务', admin: '管理员' },
  kind: '访问权限',
  subject: (vendor) => `邀请您使用${vendor}的工作台`,
  title: (vendor) => `欢迎使用${vendor}的工作台`,
  preview: (by) => `${by}已将您加入。请通过本邮件中的链接登录。`,
  somebody: '管理员',
  what: (by, vendor, role) =>
    `${by}已将您加入${vendor} SDK 开发者的管理团队，您的角色是${role}。您可以在工作台查看各开发者是否已作出应作的声明，以及有哪些事项待您处理。`,
  button: '登录',
  expires: (minutes) => `链接自本邮件发出之时起 ${minutes} 分钟内有效，仅可使用一次。`,
  laterBefore: '过期之后，以及今后每次登录时，请在',
  laterLink: '登录页面',
  laterAfter: '填写此邮箱地址以获取新链接，无需密码。',
  notYou:
    '如果您不了解此事，请忽略本邮件并告知我们：没有发送至此邮箱的链接，任何人都无法登录。请勿将链接转发给他人，我们的工作人员不会向您索取。',
};
