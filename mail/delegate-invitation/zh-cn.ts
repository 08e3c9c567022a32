import type { en } from './en';

export const zhCn: typeof en = {
  kind: '授权办理',
  subject: (organisation, vendor) => `请确认邮箱地址，以便代表${organisation}在${vendor}办理事项`,
  title: (organisation) => `邀请您代表${organisation}办理事项`,
  preview: (agency, until) => `${agency}受托办理，有效期至${until}当天结束。请先确认邮箱地址。`,
  what: (organisation, agency, vendor) =>
    `${organisation}已委托${agency}代为办理其就${vendor} SDK 所负的义务，并指定您为经办人之一。`,
  confirm: '请打开下面的页面，确认该邮箱地址属于您。确认之后您即可进入系统。',
  button: '确认并登录',
  expires: (minutes) => `链接自本邮件发出之时起 ${minutes} 分钟内有效，仅可使用一次。过期后请在登录页面重新获取。`,
  notYou:
    '如果您不了解此事，请忽略本邮件：没有该链接，任何人都无法以您的名义办理。请勿将链接转发给他人，我们的工作人员不会向您索取。',
};
