import type { SameWords } from '../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  reading: '正在读取 PDF。',
  broken: '无法在此显示这份 PDF：文件已损坏、设有密码，或内容超出本页所能处理的范围。',
  shown: '{{name}} 的内容',
  page: '{{name}}，第 {{at}} 页，共 {{of}} 页',
  pages: '{{name}} 的页码',
  previous: '上一页',
  next: '下一页',
};
