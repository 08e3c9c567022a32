import type { SameWords } from '../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  title: '{{name}} 的时钟',
  now: '该开发者的当前时间：<at/>',
  only: '此系统运行在您自己的机器上：时间可以前移，不能倒退。途中每一步均按顺序执行。',
  next: '下一次自动执行：<at/>',
  none: '没有会自动执行的事项。',
  day: '+1 天',
  week: '+1 周',
  toNext: '至下一事件',
  moving: '正在移动：每一步均等待邮件送达、核查完成……',
  moved: '已由 <from/> 移至 <to/>。',
  nothing: '途中没有发生任何事项。',
  steps_other: '发生的事项，共 {{count}} 步：',
  mail: '邮件已送达：{{notice}}',
  queued: '邮件已生成：{{notice}}',
  whole: '查看全部历史记录',
  close: '收起',
};
