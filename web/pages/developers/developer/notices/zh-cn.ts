import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '通知',
  lead: '与您的声明有关的每封邮件的完整内容。时间以 {{zone}} 时区为准。',
  none: '尚未发送通知',
  noneWhat: '发送给您的内容会保存在这里。',
  more: '显示更早的通知',
  gate: '后续步骤以其送达为前提',
  sent: '发送于 <at/>',
  delivered: '送达于 <at/>',
  about: '涉及',
  aboutAll: '全部应用',
  filter: { label: '范围', all: '全部通知', gate: '后续步骤以其送达为前提的通知' },
  one: {
    back: '全部通知',
    to: '收件人',
    subject: '主题',
    yours: '发送给您的原文',
    others: '发送给贵组织的其他人员：',
    notYours: '该邮件发送给贵组织的其他人员，其内容仅供收件人查看。',
    confirmed_other: '提供方的 {{count}} 名工作人员确认已通过其他渠道告知您。',
    appeal: '对此申诉',
    sending: '发送中',
    accepted: '邮件服务器已接收',
    bounced: '被退回',
    failed: '无法发送',
  },
};
