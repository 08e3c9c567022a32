import type { Language } from '../../../domain/lifecycle/state';
import { en } from './en';
import { zhCn } from './zh-cn';

export type PageWords = typeof en;

/** The words of server-rendered pages, the same in both languages. */
export const pageWords: Readonly<Record<Language, PageWords>> = { en, 'zh-CN': zhCn };
