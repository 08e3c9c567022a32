import type { en } from './en';

export const zhCn: typeof en = {
  kind: '条款',
  subject: (organisation, day) => `下次声明的截止日期调整为${day}（${organisation}）`,
  title: (day) => `下次声明的截止日期调整为${day}`,
  preview: (organisation, isLater) => `${organisation}：截止日期${isLater ? '推后' : '提前'}，本次调整无需操作。`,
  what: (vendor) => `${vendor}与贵方之间现适用其他条款，下列应用的下次声明截止日期随之调整。`,
  formerLabel: '原截止日期（当天结束前）',
  dueLabel: '新的截止日期（当天结束前）',
  opensLabel: '可开始填写的日期',
  next: '本次调整无需贵方操作。自可开始填写之日起，我们会提醒贵方，届时可在方便时开始。',
  running: '已经开始的声明仍按此前告知的日期执行，其他条款只影响以后的声明。',
};
