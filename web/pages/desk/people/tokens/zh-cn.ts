import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: 'API 令牌',
  lead: '供贵方后端自动调用 Avow。令牌仅在创建时显示一次。',
  none: '尚无令牌',
  noneWhat: '请为校验 SDK 密钥的后端创建一个令牌，并为登记开发者的后端另建一个。',
  create: '创建令牌',
  createWhat: '请为每个后端单独创建令牌，只授予必要的权限。',
  name: '名称',
  nameHelp: '由哪个后端使用。',
  nameMissing: '请填写名称。',
  scopes: '权限',
  scopesMissing: '请至少选择一项。',
  scope: {
    verify: '查询 SDK 密钥是否有效',
    'developers-read': '读取开发者信息',
    'developers-write': '登记和修改开发者',
    'mail-events-write': '上报退信',
  },
  expires: '最后一天',
  expiresHelp: '留空表示在撤销之前一直有效。',
  made: {
    title: '新令牌',
    once: '仅显示这一次。请将其保存到后端读取密钥的位置。',
    label: '令牌',
    stored: '我已保存',
    done: '完成',
  },
  column: { name: '名称', scopes: '权限', created: '创建', used: '最近使用', until: '有效期', act: '操作' },
  endsWith: '末四位 {{lastFour}}',
  by: '由{{who}}创建',
  never: '从未使用',
  forever: '撤销之前有效',
  state: { live: '有效', revoked: '已撤销', expired: '已过期' },
  revoke: '撤销',
  revokeWhat: '自下一次请求起，使用“{{name}}”的调用将被拒绝。令牌撤销后无法恢复。',
};
