import * as fc from 'fast-check';
import type { Rule } from '../../../../domain/lifecycle/decisions';
import type { Decider } from '../decider';
import { lives, simulate, type Trace } from '../simulation';
import { anchoredDates } from './anchored-dates';
import { blastRadius } from './blast-radius';
import { clockStops } from './clock-stops';
import { failStatic } from './fail-static';
import { lateIsCurable } from './late-is-curable';
import { noNoticeTwice } from './no-notice-twice';
import { nothingForgotten } from './nothing-forgotten';
import { noticeGate } from './notice-gate';
import { ownClause } from './own-clause';
import { suspensionsAreRows } from './suspensions-are-rows';

type Check = (trace: Trace, decider: Decider) => void;

const checks: Readonly<Record<Rule, Check>> = {
  'notice-gate': noticeGate,
  'anchored-dates': anchoredDates,
  'late-is-curable': lateIsCurable,
  'clock-stops': clockStops,
  'blast-radius': blastRadius,
  'fail-static': failStatic,
  'suspensions-are-rows': suspensionsAreRows,
  'nothing-forgotten': nothingForgotten,
  'no-notice-twice': noNoticeTwice,
  'own-clause': ownClause,
};

/** Developer-years that all ten rules together see; AVOW_DEVELOPER_YEARS asks for more, and for lives by chance. */
const asked = process.env['AVOW_DEVELOPER_YEARS'];
const developerYears = Number(asked ?? 1000);

/** The same lives in every run, others for each rule, unless more are asked for: what turns it red is a change, not the day's luck. */
const usualSeed = (rule: Rule) =>
  asked === undefined ? 20_261_123 + 1_000 * Object.keys(checks).indexOf(rule) : undefined;

export interface Seen {
  years: number;
  lives: number;
  decisions: number;
}

interface Looking {
  years?: number;
  /** Where lives are taken from. */
  seed?: number;
  /** Whether the shortest life that breaks it is looked for, which takes its time. */
  isShrunk?: boolean;
}

/** Checks one rule over random lives until so many developer-years have been seen. Throws with the life that breaks it. */
export function checkRule(
  rule: Rule,
  decider: Decider,
  { years = developerYears / 10, seed = usualSeed(rule), isShrunk = true }: Looking = {},
): Seen {
  const seen: Seen = { years: 0, lives: 0, decisions: 0 };
  const check = checks[rule];
  const lived = fc.property(lives, (life) => {
    const trace = simulate(decider, life);
    seen.years += trace.years;
    seen.lives += 1;
    seen.decisions += trace.steps.reduce((sum, step) => sum + step.decisions.length, 0);
    check(trace, decider);
  });
  for (let round = 0; seen.years < years; round += 1)
    fc.assert(lived, { numRuns: 20, endOnFailure: !isShrunk, ...(seed !== undefined && { seed: seed + round }) });
  return seen;
}

/** The name under which a rule's test runs, and its line in the report. */
export function ruleHolds(rule: Rule, decider: Decider): void {
  const startedAt = performance.now();
  const seen = checkRule(rule, decider);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `${rule}: ${Math.round(seen.years)} developer-years, ${seen.lives} lives, ${seen.decisions} decisions, ${seconds} s\n`,
  );
}
