import { Text, type TextProps, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import type { Language } from '../../domain/lifecycle/state';
import { diffWords } from '../../domain/policies/word-diff';
import { useWordingWords } from './words';

/**
 * How one wording became another, in the language they are written in: what was removed is struck out, what is new is underlined, and
 * both are said in words. `before` null: there is nothing to compare with.
 */
export function ChangedWords({
  before,
  after,
  language,
  ...look
}: { before: string | null; after: string; language: Language } & Pick<TextProps, 'fz'>) {
  const t = useWordingWords();
  const parts = useMemo(
    () => (before === null ? [{ kind: 'same' as const, words: after }] : diffWords(before, after, language)),
    [before, after, language],
  );
  return (
    <Text lang={language} style={{ whiteSpace: 'pre-wrap' }} {...look}>
      {parts.map(({ kind, words }, place) => {
        const key = `${String(place)} ${words}`;
        if (kind === 'same') return <span key={key}>{words}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={key} className={kind === 'added' ? 'diff-new' : 'diff-gone'}>
            <VisuallyHidden>{t(kind)}</VisuallyHidden>
            {words}
          </Mark>
        );
      })}
    </Text>
  );
}
