import type { NoticeTemplate } from '../../domain/lifecycle/notices';
import type { Notice } from '../../domain/lifecycle/state';
import { defineWords } from '../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

// A new mail does not compile until it has its name here.
en.template satisfies Readonly<Record<NoticeTemplate, string>>;
en.state satisfies Readonly<Record<Notice['state'], string>>;

/** What notices are called: `t('template.reminder')`. */
export const useNoticeWords = defineWords('notices', en, zhCn);
