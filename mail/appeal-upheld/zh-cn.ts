import type { en } from './en';

export const zhCn: typeof en = {
  kind: '申诉',
  subject: (against, apps, organisation) => `申诉成立：${against}已撤销，${apps}（${organisation}）`,
  title: '贵方的申诉成立',
  preview: (organisation) => `${organisation}：撤销了什么，以及理由。`,
  what: (vendor, against) => `${vendor}认定${against}有误。我们为此致歉。`,
  by: (vendor) => `${vendor}裁定人员原话`,
  decidedLabel: '决定时间',
  followsHeading: '处理结果',
  follows: {
    return: '被退回的项目自即日起视为通过，贵方无需重新声明。',
    finding: '该项问题认定已撤回，以其为依据的限制或暂停一并解除。',
    restriction:
      '限制已解除，以其为依据的暂停一并解除，正式密钥会在几分钟内恢复。如仍有应办事项，后续步骤将自今日起重新计算，并重新发出正式通知。',
    suspension:
      '暂停已解除，正式 SDK 密钥会在几分钟内自动恢复，无需更换新密钥。如仍有应办事项，后续步骤将自今日起重新计算，并重新发出各项通知。',
  },
  recorded: '错误措施持续的时间已记录在案，以便我们改进；该措施不计为贵方的逾期记录。',
  others: '如某个应用另有其他限制或暂停原因，该措施仍然有效；门户中列有全部未解除的原因。',
};
