import type { Language } from '../../domain/lifecycle/state';
import { inLanguage } from './index';

const en = {
  filename: 'deadline.ics',
  summary: {
    due: (vendor: string, organisation: string) => `Attestation due: ${vendor} SDK (${organisation})`,
    cure: (vendor: string, organisation: string) => `Finding to be cured: ${vendor} SDK (${organisation})`,
    restriction: (vendor: string, organisation: string) =>
      `Restriction possible from today: ${vendor} SDK (${organisation})`,
    suspension: (vendor: string, organisation: string) =>
      `Suspension of live keys possible from today: ${vendor} SDK (${organisation})`,
  },
  description: {
    due: 'Attest by the end of this day.',
    cure: 'Put right what was found and answer it by the end of this day.',
    restriction: 'Before this day nothing is restricted. Putting right what is open averts it.',
    suspension: 'Before this day no live key is suspended. Putting right what is open averts it.',
  },
};

export type CalendarWords = typeof en;

const zhCn: CalendarWords = {
  filename: 'deadline.ics',
  summary: {
    due: (vendor, organisation) => `声明截止：${vendor} SDK（${organisation}）`,
    cure: (vendor, organisation) => `问题改正截止：${vendor} SDK（${organisation}）`,
    restriction: (vendor, organisation) => `自今日起可能受限：${vendor} SDK（${organisation}）`,
    suspension: (vendor, organisation) => `自今日起正式密钥可能被暂停：${vendor} SDK（${organisation}）`,
  },
  description: {
    due: '请在当天结束前完成声明。',
    cure: '请在当天结束前改正所认定的问题并答复。',
    restriction: '在此日期之前不会受限，处理完未了事项即可避免。',
    suspension: '在此日期之前不会暂停任何正式密钥，处理完未了事项即可避免。',
  },
};

export function calendarWords(language: Language): CalendarWords {
  return inLanguage(language, en, zhCn);
}
