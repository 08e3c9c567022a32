import type { Language } from '../../domain/lifecycle/state';
import type { VendorNames } from '..';

export const vendors: Readonly<Record<Language, VendorNames>> = {
  en: {
    name: 'Perfect Corp.',
    contactEmail: 'sdk-privacy@vendor.example',
    privacyNoticeUrl: 'https://avow.example/privacy',
  },
  'zh-CN': {
    name: '玩美移动',
    contactEmail: 'sdk-privacy@vendor.example',
    privacyNoticeUrl: 'https://avow.example/privacy',
  },
};
