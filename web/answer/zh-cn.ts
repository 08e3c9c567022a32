import type { en } from './en';

export const zhCn: typeof en = { none: '未回答', yes: '是', no: '否', file: '文件', row: '第 {{number}} 条' };
