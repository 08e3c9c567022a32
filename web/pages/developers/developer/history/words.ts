import type { actorKinds } from '../../../../../api/timeline';
import type { StaffRole } from '../../../../../domain/permissions';
import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

en.actor satisfies Readonly<Record<(typeof actorKinds)[number], string>>;
en.staff satisfies Readonly<Record<StaffRole, string>>;

export const useHistoryWords = defineWords('history', en, zhCn);
