import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '申诉',
  lead: '您认为有误的决定，将由未参与原决定的人员重新审查。',
  possible: {
    title: '可以申诉的决定',
    none: '目前没有可申诉的决定。',
    until: '决定于 <at/>；申诉截止 <day/>',
    ended: '期间已结束',
    go: '申诉',
    goAbout: '申诉：{{against}}，{{app}}',
  },
  against: { return: '声明被退回', finding: '所发现的问题', restriction: '受限', suspension: '暂停' },
  filed: {
    title: '您的申诉',
    none: '您尚未提出申诉。',
    at: '提出于 <at/>',
    yourWords: '您的理由',
    firstAnswer: '首次答复',
    firstAnswerDue: '首次答复应于 <at/> 前作出',
    decisionDue: '决定应于 <at/> 前作出。在此之前您的期限暂停计算。',
    decision: '决定',
    late: '提供方已逾期未答复。您的期限仍暂停计算。',
    withdraw: '撤回',
    withdrawSure: '撤回后您的期限继续计算，且不能再对该决定申诉。',
    withdrawYes: '确认撤回申诉',
    keep: '保留',
  },
  form: {
    title: '提出申诉',
    lead: '请说明该决定为何有误。由未参与原决定的人员裁决并说明理由。',
    which: '针对哪项决定',
    whichMissing: '请选择要申诉的决定。',
    words: '为何有误',
    wordsHint: '事实最有帮助：实际情况如何、在何处可以看到。最多 4,000 个字符。',
    wordsMissing: '请说明该决定为何有误。',
    effect:
      '效果：尚未发生的步骤将等待答复；已经发生的在此之前保持不变。您将在 {{first}} 个工作日内收到首次答复，在 {{decision}} 个工作日内收到决定。每项决定只能申诉一次。',
    send: '提交申诉',
    none: '此处没有可申诉的内容',
    noneWhat: '该决定的申诉期已过，或已提出过申诉。',
    all: '全部申诉',
  },
};
