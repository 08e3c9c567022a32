import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '状态',
  lead: '您的应用所处的阶段、已发生的事项以及接下来的安排。时间以 {{zone}} 时区为准。',
  app: '应用',
  ladder: {
    title: '{{app}} 所处的阶段',
    here: '当前阶段',
    since: '自 <at/> 起',
    expected: '若不办理：<at/>',
    onlyByPeople: '只能由工作人员在另行通知后决定，系统不会自动执行。',
    outside: '该状态不属于上述阶段，提交声明不会改变它。',
  },
  clock: {
    stopped: '自 <at/> 起您的期限暂停计算：等待提供方答复，期间任何日期都不会临近。',
    blocked: {
      notice: '下一步骤暂缓：通知尚未送达。',
      budget: '下一步骤暂缓：等待提供方决定。',
      hold: '下一步骤已被提供方搁置。',
    },
  },
  forecast: {
    title: '如果不办理',
    lead: '假设每份通知均已送达且无人答复，以下事项会自动发生。您的办理会改变这些安排。',
    nothing: '未来十二个月内没有自动发生的事项。',
    mail: '邮件：{{template}}',
    becomes: '{{app}}：{{standing}}',
    opens: '下一次声明开放',
    passes: '声明视为暂时通过',
    findingLapses: '问题整改期限届满',
    findingOverdue: '提供方应已答复该问题',
    submissionOverdue: '提供方应已完成审核',
    exemptionEnds: '豁免到期，需重新声明该义务',
    keyExpires: '被轮换的密钥到期',
    stops: '正式密钥停止工作',
  },
  more: {
    title: '您可以办理',
    attest: '提交声明',
    time: '申请延期',
    timeWhat: '每次声明可申请一次，最长 {{days}} 天。答复之前您的期限暂停计算。',
    timeUsed: '目前无法申请：本次声明已申请过，或已开始受限。',
    timeOpen: '您的申请等待答复。',
    appeal: '申诉',
    appealWhat_other: '有 {{count}} 项决定可以申诉。申诉会使尚未发生的步骤暂停。',
    appealNone: '没有可申诉的决定。可在此查看以往的申诉。',
    findings: '所发现的问题',
    findingsWhat_other: '有 {{count}} 个未解决的问题。',
    notices: '通知',
    noticesWhat: '发送给您的每封邮件的完整内容。',
  },
};
