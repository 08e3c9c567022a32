import type { Language } from '../../domain/lifecycle/state';
import type { StaffInvitationInput } from '..';
import { vendors } from './vendors';

export function staffInvitationInput(language: Language): StaffInvitationInput {
  return {
    language,
    recipient: { name: language === 'en' ? 'Dora Diaz' : '丁多' },
    role: 'am',
    addedBy: { name: language === 'en' ? 'Ann Lin' : '林安' },
    link: 'https://avow.example/sign-in?token=abc',
    expiresInMinutes: 15,
    signInPage: 'https://avow.example/sign-in',
    vendor: vendors[language],
  };
}
