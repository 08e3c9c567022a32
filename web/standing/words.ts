import type { Appeal } from '../../domain/lifecycle/appeals';
import type { Extension } from '../../domain/lifecycle/extensions';
import type { FindingState } from '../../domain/lifecycle/findings';
import type { Key, RequirementState, Standing, SuspensionClass, WalkStep } from '../../domain/lifecycle/state';
import { defineWords } from '../words/words';
import { en } from './en';
import type { SubmissionState } from './looks';
import { zhCn } from './zh-cn';

// Each state has its word: `satisfies` refuses to compile when the domain has one more.
en.standing satisfies Readonly<Record<Standing, string>>;
en.standingMeans satisfies Readonly<Record<Standing, string>>;
en.key satisfies Readonly<Record<Key['state'], string>>;
en.requirement satisfies Readonly<Record<RequirementState, string>>;
en.step satisfies Readonly<Record<WalkStep, string>>;
en.suspension satisfies Readonly<Record<SuspensionClass, string>>;
en.submission satisfies Readonly<Record<SubmissionState, string>>;
en.finding satisfies Readonly<Record<FindingState, string>>;
en.appeal satisfies Readonly<Record<Appeal['state'], string>>;
en.extension satisfies Readonly<Record<Extension['state'], string>>;

/** Words for states, by the names the domain gives them: `t('standing.grace')`. */
export const useStateWords = defineWords('states', en, zhCn);
