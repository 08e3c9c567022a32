import type { en } from './en';

export const zhCn: typeof en = {
  kind: '授权办理',
  granted: {
    subject: (agency, organisation) => `${agency}现可代表${organisation}办理事项`,
    title: (agency, organisation) => `${agency}现可代表${organisation}办理事项`,
    preview: (organisation) => `${organisation}的另一位签署人已作出委托。`,
    what: (agency, organisation) => `${organisation}的另一位签署人已委托${agency}代为办理，内容如下。`,
    notExpected: '如这并非贵方本意，任何一位签署人均可在开发者门户中撤回该委托，立即生效。',
  },
  revoked: {
    subject: (agency, organisation) => `${agency}不再代表${organisation}办理事项`,
    title: (agency, organisation) => `${agency}不再代表${organisation}办理事项`,
    preview: (organisation) => `${organisation}的一项委托已被撤回。`,
    what: (agency, organisation) =>
      `${organisation}的下列委托已被撤回，${agency}的人员已无法进入系统。此前依据该委托签署的内容仍然有效。`,
    notExpected: '如这并非贵方本意，任何一位签署人均可在开发者门户中重新作出委托。',
  },
};
