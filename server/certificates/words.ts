import type { Language } from '../../domain/lifecycle/state';
import { en } from './en';
import { zhCn } from './zh-cn';

export type CertificateWords = typeof en;

export function certificateWords(language: Language): CertificateWords {
  return language === 'zh-CN' ? zhCn : en;
}
