import type { TermsId } from '../ids';
import type { Terms } from '../terms';
import type { Context } from './context';
import type { Cycle, Developer, Plan } from './state';

/** A context whose terms are all there: those of one developer, one cycle or one plan. */
export type TermedContext = Context & { terms: Terms };

/** What is promised anew counts by what holds for the developer now: the next due day, a cycle that opens. */
export function termsOfDeveloper(context: Context, developer: Pick<Developer, 'termsId'>): TermedContext {
  return termed(context, developer.termsId);
}

/** What happens in a cycle counts by the terms under which it opened, whatever holds for the developer since. */
export function termsOfCycle(context: Context, cycle: Pick<Cycle, 'termsId'>): TermedContext {
  return termed(context, cycle.termsId);
}

/** A plan keeps the terms of the cycle it began in, also when the next one takes it over; that of a finding has no tier. */
export function termsOfPlan(context: Context, plan: Pick<Plan, 'termsId'>): TermedContext {
  return termed(context, plan.termsId);
}

function termed(context: Context, termsId: TermsId | null): TermedContext {
  const { shipped, versions } = context.tierTerms;
  const tierTerms = termsId === null ? shipped : versions[termsId];
  // Never another's instead: dates that bind would come of it.
  if (tierTerms === undefined) throw new Error(`the terms ${termsId} were not loaded`);
  return { ...context, terms: { ...context.terms, ...tierTerms } };
}
