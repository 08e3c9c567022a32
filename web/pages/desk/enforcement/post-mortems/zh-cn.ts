import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '错误暂停的复盘',
  lead: '{{developer}}的{{app}}',
  back: '全部错误措施',
  state: { open: '待完成', concluded: '已完成' },
  class: {
    obligation: '声明逾期',
    finding: '问题未改正',
    'account-manager': '客户经理的决定',
    legal: '法务的决定',
    developer: '开发者的请求',
  },
  what: '事情经过',
  fact: {
    class: '暂停原因',
    suspended: '暂停时间',
    undone: '撤销时间',
    by: '撤销人',
    time: '密钥被拒绝的时长',
    checks: '期间对这些密钥的核验次数',
  },
  reason: '错在何处（已告知开发者的原文）',
  found: '如何发现',
  keys: '被拒绝的正式密钥',
  noKeys: '该应用没有正式密钥。',
  key: '{{name}}，尾号 {{lastFour}}',
  findings: '查明的情况',
  cause: '为何发生',
  prevention: '如何防止再次发生',
  concluded: '由{{who}}完成，<at/>',
  waits: '尚无人完成该复盘。',
  conclude: '完成复盘',
  concludeWhat: '内容将按您所写保存，之后不能更改。',
};
