import type { SameWords } from '../../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '终止使用 SDK',
  lead: '适用于 {{name}} 不再嵌入提供方任何 SDK 的情形。',
  one: '如只需终止一个应用，请停用该应用。',
  toApps: '前往应用',
  happens: '立即生效且不可撤销的后果',
  keys_other: '全部 {{count}} 个应用终止，其正式和测试密钥一并失效。',
  refused: '仍在使用中的应用会被 SDK 的服务拒绝。',
  owes: '不再需要声明，也不再收到通知。等待提供方答复的事项不再处理。',
  record: '已作出的声明和决定仍保留在记录中，以便提供方举证。您仍可登录查看。',
  back: '终止后无法恢复。如需再次使用 SDK，须由提供方重新登记。',
  act: '终止使用……',
  confirm: {
    title: '确定永久终止？',
    what: '{{name}} 的全部密钥立即失效。此操作不可撤销，提供方也无法撤销。',
    reason: '将记入档案。',
    act: '永久终止',
    done: 'SDK 的使用已终止。',
  },
  ended: '已于 <at/> 终止。',
};
