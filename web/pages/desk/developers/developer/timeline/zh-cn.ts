import type { SameWords } from '../../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  lead: '所作的全部决定、由谁作出、理由为何，最新的在前。时间以 {{zone}} 时区为准。',
  filter: { app: '应用', allApps: '全部应用', decision: '决定', all: '全部决定', who: '由谁', anybody: '不限' },
  actor: { person: '开发者', staff: '提供方', token: '后端', clock: '时钟', system: '系统' },
  none: '没有内容',
  noneWhat: '没有符合筛选条件的决定。',
  who: '由{{who}}',
  facts: '事实',
};
