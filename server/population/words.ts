import type { Language } from '../../domain/lifecycle/state';
import { en } from './en';
import { zhCn } from './zh-cn';

export type PopulationWords = typeof en;

export function populationWords(language: Language): PopulationWords {
  return language === 'zh-CN' ? zhCn : en;
}
