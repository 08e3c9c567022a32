import type { SameWords } from '../../../../../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '我的登录会话',
  lead: '您（{{name}}）当前登录的位置。会话在 8 小时未使用后自动结束，最长不超过 7 天。',
  browser: '浏览器',
  script: '脚本或程序',
  on: '{{system}} 上的 {{browser}}',
  current: '当前会话',
  began: '登录于 <at/>',
  used: '最近使用 <at/>',
  ends: '最迟于 <at/> 结束',
  end: '结束',
  endNamed: '结束 {{began}} 的会话',
  currentEnd: '这是您正在使用的会话。如需结束，请退出登录。',
  done: '会话已结束。',
  unknown: '发现不认识的会话？请将其结束，此后任何人都无法再用它登录。',
};
