import { useTermsWords } from './words';

/** "12 days earlier": by how many days a due day moves, in words; null where there is none. */
export function useDaysMoved(): (days: number | null) => string {
  const t = useTermsWords();
  return (days) => {
    if (days === null) return t('preview.noDay');
    if (days === 0) return t('preview.stays');
    return days < 0 ? t('preview.earlierBy', { count: -days }) : t('preview.laterBy', { count: days });
  };
}
