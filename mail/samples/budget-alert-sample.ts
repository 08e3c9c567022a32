import type { Language } from '../../domain/lifecycle/state';
import type { BudgetAlertInput } from '..';
import { vendors } from './vendors';

/** A day on which more was due than may be enforced at once. */
export function budgetAlertInput(language: Language): BudgetAlertInput {
  return {
    language,
    timeZone: 'Asia/Taipei',
    now: Date.parse('2026-12-01T02:00:07Z'),
    recipient: { name: language === 'en' ? 'Lea Mori' : '林安' },
    vendor: vendors[language],
    link: 'https://avow.example/desk/enforcement',
    budget: { apps: 10, window: 'PT1H' },
  };
}
