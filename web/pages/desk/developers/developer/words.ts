import type { Procedure } from '../../../../../domain/lifecycle/next-wake';
import type { ContactRole } from '../../../../../domain/permissions';
import { defineWords } from '../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

en.contacts.roles satisfies Readonly<Record<ContactRole, string>>;
en.procedure satisfies Readonly<Record<Procedure, string>>;

export const useDeveloperWords = defineWords('desk-developer', en, zhCn);
