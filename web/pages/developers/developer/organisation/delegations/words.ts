import type { DelegationScope } from '../../../../../../domain/permissions';
import { defineWords } from '../../../../../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

en.scope satisfies Readonly<Record<DelegationScope, string>>;
en.scopeMeans satisfies Readonly<Record<DelegationScope, string>>;

export const useDelegationWords = defineWords('delegations', en, zhCn);
