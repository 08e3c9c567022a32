import type { SameWords } from '../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  standing: {
    onboarding: '首次声明',
    active: '正常',
    due: '待声明',
    grace: '已逾期',
    restricted: '受限',
    suspended: '已暂停',
    revoked: '已吊销',
    offboarded: '已终止',
  },
  standingMeans: {
    onboarding: '测试密钥可用。首次声明被接受后即可签发正式密钥。',
    active: '密钥正常可用。目前无需办理任何事项。',
    due: '密钥正常可用。需要提交声明。',
    grace: '密钥正常可用。截止日已过；逾期仍可随时提交声明。',
    restricted: '密钥可用，也可以轮换。完成声明之前，不能签发新密钥，也不能新增应用。',
    suspended: '正式密钥不可用。完成所需事项后即可恢复。',
    revoked: '正式密钥已永久失效。',
    offboarded: 'SDK 的使用已终止，密钥随之失效。',
  },
  key: { active: '可用', suspended: '已暂停', revoked: '已吊销', expired: '已过期' },
  requirement: {
    open: '待办理',
    submitted: '提供方审核中',
    returned: '已退回',
    accepted: '已接受',
    exempt: '已豁免',
    superseded: '已被后续要求取代',
  },
  step: {
    law: '法律',
    notice: '告知',
    consent: '同意',
    rights: '权利',
    review: '核对答案',
    sign: '签署',
  },
  suspension: {
    obligation: '声明逾期',
    finding: '问题未整改',
    'account-manager': '客户经理的决定',
    legal: '法务部门的决定',
    developer: '您自己的请求',
  },
};
