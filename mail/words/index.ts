import type { Language } from '../../domain/lifecycle/state';
import { en, type Vocabulary } from './en';
import { zhCn } from './zh-cn';

export type { Vocabulary } from './en';

/** The words of one mail in the reader's language. Both must have the same shape, so neither can lack a sentence. */
export function inLanguage<Words>(language: Language, en: Words, zhCn: Words): Words {
  return language === 'zh-CN' ? zhCn : en;
}

export function vocabulary(language: Language): Vocabulary {
  return inLanguage(language, en, zhCn);
}
