import type { Language } from '../../domain/lifecycle/state';
import type { DelegateInvitationInput, DelegationChangedInput } from '..';
import { vendors } from './vendors';

function delegation(language: Language) {
  return {
    language,
    recipient: { name: language === 'en' ? 'Ann Lee' : '李安' },
    organisation: { name: language === 'en' ? 'Bright Studio Ltd.' : '明亮工作室' },
    agency: { name: language === 'en' ? 'Clear Words Agency' : '明言代理有限公司' },
    scopes: ['draft', 'sign', 'keys'],
    endsOn: '2027-05-31',
    timeZone: 'Asia/Shanghai',
    vendor: vendors[language],
  } as const;
}

export function delegateInput(language: Language): DelegateInvitationInput {
  return { ...delegation(language), link: 'https://avow.example/sign-in?token=abc', expiresInMinutes: 15 };
}

export function delegationChangedInput(
  language: Language,
  change: DelegationChangedInput['change'],
): DelegationChangedInput {
  return { ...delegation(language), change, link: 'https://avow.example/developers/dev_1' };
}
