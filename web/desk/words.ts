import type { RequirementState } from '../../domain/lifecycle/state';
import type { StaffRole } from '../../domain/permissions';
import { defineWords } from '../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

en.requirement satisfies Readonly<Record<RequirementState, string>>;
en.roles satisfies Readonly<Record<StaffRole, string>>;

/** What the pages of the desk have in common. */
export const useDeskWords = defineWords('desk', en, zhCn);
