import type { en } from './en';

export const zhCn: typeof en = {
  tasks: {
    review: {
      title: '有一份提交等待您审核',
      todo: '请逐项通过或退回；退回须选择理由代码并写一句说明，开发者会看到原文。在您答复之前，开发者的期限停止计算。',
      isUrgent: false,
    },
    'review-overdue': {
      title: '一项审核已超出服务时限',
      todo: '请督促答复，或改派他人。在此期间开发者的期限停止计算。首次声明不会自动通过，开发者一直在等待答复。',
      isUrgent: true,
    },
    extension: {
      title: '有开发者申请延期',
      todo: '请阅读其计划，批准至某一日期或不予批准，并写一句说明，开发者会看到原文。在您答复之前，其期限停止计算。申请人不得自行审批。',
      isUrgent: false,
    },
    appeal: {
      title: '有开发者提出申诉',
      todo: '请阅读其理由，并在两个工作日内作出初步答复：由谁处理、何时有结果。在申诉作出决定之前，尚未执行的措施一律暂缓。原决定的作出人不得裁定该申诉。',
      isUrgent: false,
    },
    'appeal-late': {
      title: '一项申诉的答复已逾期',
      todo: '请督促答复，或改派他人：初步答复应在两个工作日内作出，决定应在十个工作日内作出。在此期间开发者的期限停止计算，但已暂停的密钥仍处于暂停状态。',
      isUrgent: true,
    },
    'suspension-request': {
      title: '一项暂停等待第二人确认',
      todo: '有同事请求立即暂停某个应用。请阅读其理由，然后确认或拒绝。一经确认，正式密钥立即停用，开发者会看到理由原文。提出人不得自行确认。',
      isUrgent: true,
    },
    'post-mortem': {
      title: '一项暂停已被撤销，请查明原因',
      todo: '我方有人撤销了一项本不应有的暂停。复盘记录列明了事情经过、如何发现，以及哪些密钥被拒绝了多久。请补充原因和防止再次发生的措施，复盘即告完成。',
      isUrgent: true,
    },
    termination: {
      title: '一项终止的通知期已满',
      todo: '此前通知的终止现在可以确认，须由通知人以外的人确认。该决定不可撤销，密钥无法恢复。如不应执行，请撤回；不会自动终止任何合作。',
      isUrgent: true,
    },
    'bounced-contact': {
      title: '一份通知未能送达任何人',
      todo: '该通知未能送达开发者的任何联系人。在送达之前，不会对其采取后续措施。请更正联系人，或通过其他渠道联系；之后须由两名同事确认渠道、时间和沟通对象。',
      isUrgent: true,
    },
    'not-started': {
      title: '截止日期临近，开发者尚未开始',
      todo: '对方尚未进入任何步骤。请致电或写信联系，并核对邮箱地址是否正确。',
      isUrgent: false,
    },
    'due-soon': {
      title: '截止日期临近，开发者尚未完成',
      todo: '请查看对方停在哪一步，并提供协助。从现在起，备用联系人也会收到提醒。',
      isUrgent: false,
    },
    'past-due': {
      title: '截止日期已到，声明仍未完成',
      todo: '请确认客户经理已与开发者取得联系。接下来将发出正式通知；预计进程中列有各步骤及日期。',
      isUrgent: true,
    },
    'onboarding-overdue': {
      title: '首次声明已逾期',
      todo: '请询问开发者是否仍计划上线。不会有后续措施：首次声明通过之前，对方没有正式密钥。',
      isUrgent: false,
    },
    compliance: {
      title: '一份声明已明显逾期',
      todo: '请查看该开发者的时间线：发送了什么、哪些已送达、之后哪一天进入哪一步。如不应继续推进，请及时介入。',
      isUrgent: true,
    },
    'budget-exceeded': {
      title: '执行额度已用完，措施暂缓',
      todo: '应受限或暂停的应用数量超出了同一时段的额度。在额度恢复之前不会再采取措施。请先确认原因是否在我方。',
      isUrgent: true,
    },
    'missed-step': {
      title: '一项措施因我方原因错过，已重新安排',
      todo: '由于我方原因，一项措施未能按时执行，现已重新安排并将重新发出通知。请查明原因，并核对新的日期。',
      isUrgent: true,
    },
    'finding-answer': {
      title: '有开发者答复了一项问题认定',
      todo: '请阅读其答复和证据，并自行核实，然后作出认定：已改正；或未改正，并写一句说明，开发者会看到原文。认定已改正后，由此产生的限制或暂停立即解除。答复人不得自行认定。',
      isUrgent: false,
    },
    'finding-overdue': {
      title: '一项问题认定的答复已超出处理时限',
      todo: '请督促处理，或改派他人。问题认定不会自动了结，在有人作出认定之前，由此产生的措施会一直保留。',
      isUrgent: true,
    },
    'finding-long-overdue': {
      title: '一项问题认定的答复仍未处理，已达处理时限的两倍',
      todo: '请于今日作出认定，或撤回该问题认定。开发者已经答复，无法再做什么；在有人作出认定之前，由此产生的措施会一直保留。',
      isUrgent: true,
    },
  },
  kind: '待办',
  subject: (title, organisation) => `${title}：${organisation}`,
  preview: (organisation) => `${organisation}：事由以及需要做什么。`,
  openedLabel: '创建时间',
  aboutLabel: '关于',
  todoHeading: '需要做什么',
  button: '在工作台中打开',
};
