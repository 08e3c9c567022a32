import type { DecisionType, Rule } from '../../domain/lifecycle/decisions';
import { defineWords } from '../words/words';
import { en } from './en';
import { zhCn } from './zh-cn';

// A new decision or rule does not compile until it has its words.
en.decision satisfies Readonly<Record<DecisionType, string>>;
en.rule satisfies Readonly<Record<Rule, string>>;

/** What decisions are called, and the rules behind them: `t('decision.plan.stopped')`, `t('rule.clock-stops')`. */
export const useDecisionWords = defineWords('decisions', en, zhCn);
