import type { en } from './en';

export const zhCn: typeof en = { added: '新增：', removed: '删除：' };
