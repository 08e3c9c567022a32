import type { SameWords } from '../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '放行',
  lead: '提议在额度之外执行的步骤。由一人提议、另一人确认，之后各进程的下一步执行一次。',
  none: '尚无放行',
  noneWhat: '步骤等待额度时，可以提议放行。',
  state: { proposed: '等待第二人', confirmed: '已放行' },
  count_other: '{{count}} 个步骤',
  proposed: '由{{who}}提议，<at/>',
  confirmed: '由{{who}}确认，<at/>',
  open: '放行 {{count}} 个步骤，{{at}}',
  one: {
    title: '放行',
    back: '全部放行',
    reason: '理由',
    confirm_other: '放行 {{count}} 个步骤',
    what: '各进程的下一步将执行一次，不计入额度，每秒最多 20 个开发者。确认后无法召回。',
    reach: '目前的影响范围',
    plans: '所列步骤',
    developer: '开发者',
    app: '应用',
    step: '措施',
    outcome: '结果',
    released: '已执行',
    'passed-over': '已跳过：不再等待',
    pending: '尚未执行',
  },
};
