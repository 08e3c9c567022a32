import type { ContactRole } from '../../../../../../domain/permissions';
import { defineWords } from '../../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

en.role satisfies Readonly<Record<ContactRole, string>>;
en.roleMeans satisfies Readonly<Record<ContactRole, string>>;

export const useContactWords = defineWords('contacts', en, zhCn);
