import type { SameWords } from '../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '待办事项',
  lead: '{{name}} 需要办理的事项，最紧迫的在前。时间以 {{zone}} 时区为准。',
  nothing: {
    title: '目前没有待办事项',
    next: '下一次声明将于 <day/> 开放，届时会有邮件通知；在此之前无需办理。',
    none: '没有应用需要声明，也尚未确定日期。',
  },
  noApps: {
    title: '尚未登记应用',
    what: '请登记使用 SDK 的应用。每个应用分别声明。',
    add: '登记应用',
  },
  action: {
    attest: '提交声明',
    correct: '更正被退回的内容',
    finding: '答复所发现的问题',
    state_other: '{{count}} 项声明待提交：{{steps}}',
    returned_other: '{{count}} 项内容被退回',
    because_other: '依据：隐私政策第 {{clauses}} 条',
    findingWhat: '关于“{{step}}”的声明经核查与事实不符。',
    go: { attest: '继续办理声明', correct: '查看需要更正的内容', finding: '阅读并答复' },
  },
  question: {
    about: '审核人员就“{{step}}”提出问题',
    effect: '这不会改变您的任何日期。不答复不会有其他不利后果，只是失去一次说明的机会。',
    go: '答复问题',
  },
  due: {
    late: '已逾期，截止时间为 <at/>',
    soon: '截止时间：<at/>',
    open: '截止日尚未确定，将在邀请送达后确定。',
    alwaysPossible: '任何时候都不算太晚：补交声明后，由此产生的限制即会解除。',
  },
  otherwise: {
    title: '如果不办理',
    restricted: '最早于 <at/>：不能签发新密钥，也不能新增应用',
    suspended: '最早于 <at/>：该应用的正式密钥将被暂停',
    isSuspended: '该应用的正式密钥目前已被暂停。',
    onboarding: '首次声明被接受之前没有正式密钥。测试密钥可用。',
  },
  waiting: {
    title: '等待提供方处理',
    what: '您在此无需办理任何事项。答复之前，您的期限暂停计算。',
    submission: '{{app}}：您的声明正在审核',
    extension: '{{app}}：您的延期申请等待答复',
    appeal: '{{app}}：您的申诉等待决定',
    answer: '{{app}}：您对所发现问题的答复等待决定',
  },
  other: {
    suspended: '提供方工作人员决定暂停 {{app}}。提交声明不会解除该暂停。',
    why: '查看理由并申诉',
  },
  alternatives: { title: '需要其他帮助？', time: '申请延期', status: '查看后续时间安排' },
};
