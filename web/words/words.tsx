import type { ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Language } from '../../domain/lifecycle/state';
import { i18next } from './i18n';
import type { SameWords, WordKey, WordTree } from './tree';

export type WordValues = Readonly<Record<string, string | number>>;

/** Says a word of its tree in the language of the moment. `count` chooses between `_one` and `_other`. */
export interface Say<Key extends string> {
  (key: Key, values?: WordValues): string;
}

/**
 * The words of a page or a part, in both languages; they arrive with the script that says them.
 * Gives the hook that says them: `const useWords = defineWords('keys', en, zhCn)`, then `const t = useWords()`.
 */
export function defineWords<const En extends WordTree>(name: string, en: En, zhCn: SameWords<En>) {
  i18next.addResourceBundle('en', name, en, true, true);
  i18next.addResourceBundle('zh-CN', name, zhCn, true, true);
  return function useWords(): Say<WordKey<En>> {
    const { t } = useTranslation(name);
    return t;
  };
}

/** A sentence with elements in it: `"Read <terms>the terms</terms>."` with `elements={{ terms: <Anchor … /> }}`. */
export function Sentence<Key extends string>({
  t,
  of,
  values,
  elements,
}: {
  t: Say<Key>;
  of: Key;
  values?: WordValues;
  elements: Readonly<Record<string, ReactElement>>;
}) {
  return <Trans t={t as never} i18nKey={of} values={values} components={elements} />;
}

export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}

/** Several things in a row, as the language writes them: "a, b and c" and "a、b和c". */
export function useListing(): (things: readonly string[]) => string {
  const language = useLanguage();
  return (things) =>
    new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(things);
}
