import type { ImportCells } from './columns';

type SampleRow = Partial<ImportCells>;

const key = (digit: string): SampleRow => ({
  keyHash: digit.repeat(64),
  keyName: 'production',
  keyPrefix: 'sdk_',
  keyLastFour: 'a1b2',
});

/** Two developers as a file tells them: the first with two apps and three people, the second with one app without a live key. */
export const importSample: readonly SampleRow[] = [
  {
    developerReference: 'CRM-1001',
    legalName: 'Sample Studio Ltd.',
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    language: 'zh-CN',
    contactName: '王小明',
    contactEmail: 'signatory@studio.example',
    contactRole: 'signatory',
    contactLanguage: 'zh-CN',
    appName: 'Sample Camera',
    sdkProduct: 'native',
    ...key('a'),
  },
  {
    developerReference: 'CRM-1001',
    contactName: 'Bo Chen',
    contactEmail: 'preparer@studio.example',
    contactRole: 'preparer',
    contactLanguage: 'en',
    appName: 'Sample Camera',
    sdkProduct: 'native',
    ...key('b'),
  },
  {
    developerReference: 'CRM-1001',
    contactName: 'Mei Lin',
    contactEmail: 'backup@studio.example',
    contactRole: 'backup',
    appName: 'Sample Mini Program',
    sdkProduct: 'wechat-mini',
    ...key('c'),
  },
  {
    developerReference: 'CRM-1002',
    legalName: 'Example Games Pte. Ltd.',
    country: 'SG',
    timeZone: 'Asia/Singapore',
    language: 'en',
    contactName: 'Kim Tan',
    contactEmail: 'kim@games.example',
    contactRole: 'signatory',
    contactLanguage: 'en',
    appName: 'Example Puzzle',
    sdkProduct: 'native',
  },
];
