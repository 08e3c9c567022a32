import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../client/problem';
import { useLanguage } from '../words/words';

type Words = Readonly<Partial<Record<string, string>>>;
/** Arrives with the first problem that has to be told in Chinese. */
let words: Words | undefined;

/** Says what a refusal means, in the language of the moment: the API's own sentence in English. */
export function useProblemText(): (problem: Pick<Problem, 'code' | 'message'>) => string {
  const language = useLanguage();
  const [known, setKnown] = useState(words);
  useEffect(() => {
    if (language !== 'zh-CN' || known) return;
    let isHere = true;
    void import('./zh-cn').then(({ zhCn }) => {
      words = zhCn;
      if (isHere) setKnown(zhCn);
    });
    return () => {
      isHere = false;
    };
  }, [language, known]);
  return useCallback(
    (problem: Pick<Problem, 'code' | 'message'>) => (language === 'zh-CN' && known?.[problem.code]) || problem.message,
    [language, known],
  );
}
