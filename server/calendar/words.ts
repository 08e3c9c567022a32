import type { Deadline } from '../../db/queries/deadlines';
import type { Language } from '../../domain/lifecycle/state';

interface CalendarWords {
  filename: string;
  name(organisation: string): string;
  summary: Readonly<Record<Deadline['kind'], (app: string) => string>>;
  description: Readonly<Record<Deadline['kind'], string>>;
}

const en: CalendarWords = {
  filename: 'attestations.ics',
  name: (organisation) => `Attestations of ${organisation}`,
  summary: {
    due: (app) => `Attestation due: ${app}`,
    next: (app) => `Next attestation due: ${app}`,
    cure: (app) => `Finding to be cured: ${app}`,
    restriction: (app) => `Restriction possible from today: ${app}`,
    suspension: (app) => `Suspension of live keys possible from today: ${app}`,
  },
  description: {
    due: 'Attest by the end of this day.',
    next: 'Attest by the end of this day. You are told by mail when it opens.',
    cure: 'Put right what was found and answer it by the end of this day.',
    restriction: 'Before this day nothing is restricted. Putting right what is open averts it.',
    suspension: 'Before this day no live key is suspended. Putting right what is open averts it.',
  },
};

const zhCn: CalendarWords = {
  filename: 'attestations.ics',
  name: (organisation) => `${organisation}的声明日程`,
  summary: {
    due: (app) => `声明截止：${app}`,
    next: (app) => `下次声明截止：${app}`,
    cure: (app) => `问题改正截止：${app}`,
    restriction: (app) => `自今日起可能受限：${app}`,
    suspension: (app) => `自今日起正式密钥可能被暂停：${app}`,
  },
  description: {
    due: '请在当天结束前完成声明。',
    next: '请在当天结束前完成声明。开放办理时会有邮件通知。',
    cure: '请在当天结束前改正所认定的问题并答复。',
    restriction: '在此日期之前不会受限，处理完未了事项即可避免。',
    suspension: '在此日期之前不会暂停任何正式密钥，处理完未了事项即可避免。',
  },
};

export function calendarWords(language: Language): CalendarWords {
  return language === 'zh-CN' ? zhCn : en;
}
