import type { en } from './en';

export const zhCn: typeof en = {
  kind: '我方失误',
  subject: (apps, organisation) => `我方失误：${apps}的暂停已撤销（${organisation}）`,
  title: '我方误将贵方的正式 SDK 密钥暂停',
  preview: (organisation) => `${organisation}：问题所在、持续多久、后续如何处理。`,
  what: (vendor) => `${vendor}曾暂停下列应用的正式 SDK 密钥。这是我方的错误，谨此致歉。该暂停现已撤销。`,
  sinceLabel: '暂停时间',
  undoneLabel: '撤销时间',
  keysLabel: '被拒绝的正式密钥数',
  classLabel: '该暂停的性质',
  classes: {
    obligation: '因声明未完成',
    finding: '因存在问题',
    'account-manager': '由供应商决定',
    legal: '出于法律原因决定',
    developer: '应贵方要求',
  },
  by: (vendor) => `${vendor}撤销人原话`,
  restored: '这些应用的正式 SDK 密钥自即刻起恢复使用，无需更换新密钥。',
  otherStays: '这些应用另有一项暂停仍然有效，其正式 SDK 密钥仍不可用。门户中列有该暂停及其理由。',
  recorded: '该暂停不计为贵方的逾期记录。其持续时间已记录在案，失误原因将由专人查明。',
  stillOwed: '该暂停所针对的事项仍未完成。未重新发出载明新日期的正式通知之前，不会因此再次限制或暂停。',
};
