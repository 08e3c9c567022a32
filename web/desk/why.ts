import { useLanguage } from '../words/words';
import { whyPatterns, whySentences } from './why-zh-cn';

/**
 * The reason of a decision, in the language of the moment. The record keeps it in English; what it says often is said in Chinese
 * from a list, and the rest stays as it is recorded.
 */
export function useWhy(): (why: string) => string {
  const language = useLanguage();
  return (why) => (language === 'zh-CN' ? inChinese(why) : sentence(why));
}

function inChinese(why: string): string {
  const known = whySentences[why];
  if (known) return known;
  for (const [pattern, words] of whyPatterns) {
    const match = pattern.exec(why);
    if (match) return words(...match.slice(1));
  }
  return why;
}

const sentence = (why: string) => why.charAt(0).toUpperCase() + why.slice(1);
