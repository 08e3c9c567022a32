import type { Key, RequirementState, Standing, WalkStep } from '../../domain/lifecycle/state';
import { defineWords } from '../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

// Each state has its word: `satisfies` refuses to compile when the domain has one more.
en.standing satisfies Readonly<Record<Standing, string>>;
en.standingMeans satisfies Readonly<Record<Standing, string>>;
en.key satisfies Readonly<Record<Key['state'], string>>;
en.requirement satisfies Readonly<Record<RequirementState, string>>;
en.step satisfies Readonly<Record<WalkStep, string>>;

/** Words for states, by the names the domain gives them: `t('standing.grace')`. */
export const useStateWords = defineWords('states', en, zhCn);
