import type { SameWords } from '../words/tree';
import type { en } from './en';

export const zhCn: SameWords<typeof en> = {
  close: '关闭',
  cancel: '取消',
  copy: '复制',
  copied: '已复制',
  reason: '理由',
  reasonMissing: '请填写理由。',
  typeToConfirm: '请输入“{{text}}”以确认',
  typeMismatch: '与“{{text}}”不一致。',
};
