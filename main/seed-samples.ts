import type { Language } from '../domain/lifecycle/state';
import type { SdkProductSlug } from '../domain/products';

/** One developer of the first start. */
export interface Sample {
  /** Names the standing it ends in. */
  name: string;
  product: SdkProductSlug;
  timeZone: string;
  country: string;
  language: Language;
  enrolledDaysAgo: number;
  /** How far the developer went. */
  story: 'invited' | 'imported' | 'in-review' | 'attested' | 'left' | 'revoked';
}

/** One for each standing. */
export const samples: readonly Sample[] = [
  {
    name: 'Onboarding Orchard Ltd.',
    product: 'native',
    timeZone: 'Asia/Singapore',
    country: 'SG',
    language: 'en',
    enrolledDaysAgo: 5,
    story: 'invited',
  },
  {
    name: 'In Review Ink Ltd.',
    product: 'wechat-mini',
    timeZone: 'Asia/Shanghai',
    country: 'CN',
    language: 'zh-CN',
    enrolledDaysAgo: 3,
    story: 'in-review',
  },
  {
    name: 'Active Atelier Inc.',
    product: 'native',
    timeZone: 'America/New_York',
    country: 'US',
    language: 'en',
    enrolledDaysAgo: 120,
    story: 'attested',
  },
  {
    name: 'Due Dunes GmbH',
    product: 'taobao-mini',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    language: 'en',
    enrolledDaysAgo: 345,
    story: 'attested',
  },
  {
    name: 'Grace Garden 有限公司',
    product: 'wechat-mini',
    timeZone: 'Asia/Shanghai',
    country: 'CN',
    language: 'zh-CN',
    enrolledDaysAgo: 371,
    story: 'attested',
  },
  {
    name: 'Restricted Reef Pty',
    product: 'native',
    timeZone: 'Australia/Sydney',
    country: 'AU',
    language: 'en',
    enrolledDaysAgo: 387,
    story: 'attested',
  },
  {
    name: 'Suspended Summit 有限公司',
    product: 'taobao-mini',
    timeZone: 'Asia/Shanghai',
    country: 'CN',
    language: 'zh-CN',
    enrolledDaysAgo: 415,
    story: 'attested',
  },
  {
    name: 'Imported Islands KK',
    product: 'native',
    timeZone: 'Asia/Tokyo',
    country: 'JP',
    language: 'en',
    enrolledDaysAgo: 10,
    story: 'imported',
  },
  {
    name: 'Revoked Ridge Inc.',
    product: 'native',
    timeZone: 'America/Chicago',
    country: 'US',
    language: 'en',
    enrolledDaysAgo: 500,
    story: 'revoked',
  },
  {
    name: 'Offboarded Oak Ltd.',
    product: 'native',
    timeZone: 'Europe/London',
    country: 'GB',
    language: 'en',
    enrolledDaysAgo: 90,
    story: 'left',
  },
];
