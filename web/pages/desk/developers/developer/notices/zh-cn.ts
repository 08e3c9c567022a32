import type { SameWords } from '../../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  lead: '就该开发者的声明所发的全部邮件及其送达情况。时间以 {{zone}} 时区为准。',
  none: '尚未发送通知',
  noneWhat: '已发送的内容会完整保存在此。',
  column: { notice: '通知', about: '关于', state: '送达', at: '时间' },
  gate: '有步骤等待其送达',
  all: '全部应用',
  confirmed_other: '{{count}} 人确认已送达',
  one: {
    back: '全部通知',
    deliveries: '送达情况',
    to: '收件人：{{name}}',
    attempts_other: '尝试 {{count}} 次',
    sending: '发送中',
    accepted: '邮件服务器已接收',
    bounced: '被退回',
    failed: '无法发送',
    response: '收件服务器：{{response}}',
    noText: '正文已不再保存。',
    confirmations: '通过其他渠道确认',
    confirmation: '{{who}}通过{{channel}}联系到{{name}}，<at/>',
  },
  confirm: {
    act: '确认送达',
    what: '您已通过其他渠道联系到联系人并告知通知内容。还须由第二人确认，此后即视为送达。',
    yours: '您已确认，还需要第二人。',
    channel: '渠道',
    channelHint: '电话、挂号信等',
    who: '联系到的人',
    at: '联系时间',
    missing: '请填写此项。',
  },
};
