import type { TierTermName, TierTerms } from '../../../../../domain/terms/tier-terms';
import { durationText } from '../../../../moment/duration';
import { useLanguage, useListing } from '../../../../words/words';
import { useTermsWords } from './words';

/** Says what a term is worth in plain words: "Not before day 30 after due", "60 days before due". */
export function useTermText(): (terms: TierTerms, name: TierTermName) => string {
  const t = useTermsWords();
  const language = useLanguage();
  const listing = useListing();
  const list = (days: readonly number[]) => listing(days.map(String));
  return (terms, name) => {
    switch (name) {
      case 'period':
      case 'shortPeriod':
      case 'importSpread':
      case 'extensionLongest':
        return durationText(terms[name], language);
      case 'firstDueAfter':
        return t('value.afterRegistration', { duration: durationText(terms[name], language) });
      case 'windowOpensBefore':
        return t('value.beforeDue', { duration: durationText(terms[name], language) });
      case 'importDueAfter':
        return t('value.afterInvitation', { duration: durationText(terms[name], language) });
      case 'restrictAfter':
      case 'suspendAfter':
      case 'revokeAfter':
        return t('value.notBefore', { days: terms[name] });
      case 'remindersBefore': {
        const ahead = terms[name].filter((days) => days > 0);
        if (ahead.length === 0) return t(terms[name].length > 0 ? 'value.onDay' : 'value.noReminder');
        return t(ahead.length < terms[name].length ? 'value.daysBeforeAndOnDay' : 'value.daysBefore', {
          days: list(ahead),
        });
      }
      case 'remindersAfter':
        return terms[name].length > 0 ? t('value.daysAfter', { days: list(terms[name]) }) : t('value.noReminder');
    }
  };
}

/** Whether two have the same in a term. */
export function isSame(one: TierTerms, other: TierTerms, name: TierTermName): boolean {
  return String(one[name]) === String(other[name]);
}
