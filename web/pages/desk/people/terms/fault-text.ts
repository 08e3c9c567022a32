import type { TierTermName } from '../../../../../domain/terms/tier-terms';
import { useTermsWords } from './words';

/** What is wrong with a term, in words of the page: the judge names bounds in days and ISO durations, and in English. */
export function useFaultText(): (name: TierTermName, message: string) => string {
  const t = useTermsWords();
  return (name, message) => {
    const [first, last] = (message.match(/\d+/g) ?? []).map(Number);
    switch (name) {
      case 'period':
        return t('form.fault.period');
      case 'shortPeriod':
        return t(message.startsWith('at most') ? 'form.fault.shorter' : 'form.fault.period');
      case 'remindersBefore':
        return first === undefined ? t('form.fault.oneReminder') : t('form.fault.remindersBefore', { most: first });
      case 'remindersAfter':
        return t('form.fault.remindersAfter', { least: first ?? 0 });
      default:
        return t('form.fault.between', { least: first ?? 0, most: last ?? 0 });
    }
  };
}
