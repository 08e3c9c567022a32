import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '搁置与冻结日',
  lead: '搁置期间，所涉开发者不会受限或被暂停，通知照常发出；冻结日当天不会暂停任何应用。两者都不影响已经发生的措施。',
  holds: {
    title: '搁置',
    none: '目前没有搁置。',
    everybody: '所有开发者',
    placed: '由{{who}}设置，<at/>',
    liftedBy: '由{{who}}解除，<at/>：{{reason}}',
    which: '筛选搁置',
    standing: '生效中',
    lifted: '已解除',
    placeAll: '搁置所有开发者',
    placeAllWhat: '解除之前，不会有任何应用受限或被暂停。',
    placeOne: '搁置一个开发者',
    placeOneWhat: '解除之前，该开发者不会受限或被暂停。',
    developer: '开发者',
    reason: '说明理由，其他人会看到。',
    lift: '解除',
    liftWhat: '等待中的开发者将陆续恢复，每秒最多 20 个。如通知仍然有效，其步骤将在下一时段执行。',
  },
  days: {
    title: '冻结日',
    none: '今后没有由人员设置的冻结日；条款中可能另有规定。',
    add: '冻结一天',
    addWhat: '按提供方时区，当天不会暂停任何应用。',
    addOne: '为一个开发者冻结一天',
    addOneWhat: '按提供方时区，当天不会暂停该开发者。',
    day: '日期',
    added: '由{{who}}添加，<at/>',
    remove: '取消冻结',
    removeWhat: '当天可以重新执行暂停。记录仍会保留。',
  },
};
