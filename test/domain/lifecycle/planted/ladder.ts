import type { Work } from '../../../../domain/lifecycle/work';
import { call, forgets, type Planted } from './plant';

/** Faults in the yearly walk: notices, dates, clocks, budget, keys. */
export const ladderFaults: readonly Planted[] = [
  {
    rule: 'notice-gate',
    fault: 'a formal notice opens its gate when it is delivered',
    module: 'notice-periods',
    instead: () => ({ formalGateOpensAt: (acceptedAt: number) => acceptedAt }),
  },
  {
    rule: 'notice-gate',
    fault: 'a final notice never grows old',
    module: 'notice-periods',
    instead: (real) => ({
      finalGate: (...args: unknown[]) => ({ ...(call(real, 'finalGate', ...args) as object), closesAt: Infinity }),
    }),
  },
  {
    rule: 'anchored-dates',
    fault: 'a year has 365 days',
    module: 'anchors',
    instead: () => ({
      dueDay: (anchorOn: string, _period: string, n: number) =>
        new Date(Date.parse(anchorOn) + n * 365 * 86_400_000).toISOString().slice(0, 10),
    }),
  },
  {
    rule: 'anchored-dates',
    fault: 'an import is due at once',
    module: 'import-dates',
    instead: () => ({ daysUntilImportIsDue: () => 30 }),
  },
  {
    rule: 'anchored-dates',
    fault: 'what runs goes by the terms that hold now',
    module: 'terms-change',
    instead: (real) => ({
      termsChanged: (work: Work, event: unknown) => {
        call(real, 'termsChanged', work, event);
        const { termsId } = work.state.developer;
        work.state = { ...work.state, plans: work.state.plans.map((plan) => ({ ...plan, termsId })) };
      },
    }),
  },
  {
    rule: 'anchored-dates',
    fault: 'other terms leave the day that was promised by the former ones',
    module: 'next-due',
    instead: () => ({ planAnew: () => undefined }),
  },
  {
    rule: 'notice-gate',
    fault: 'every plan goes by the terms that the product ships with',
    module: 'terms-of',
    instead: (real) => ({
      termsOfPlan: (context: object) => call(real, 'termsOfPlan', context, { termsId: null }),
    }),
  },
  {
    rule: 'late-is-curable',
    fault: 'a cure does not lift the suspension',
    module: 'reinstate',
    instead: () => ({ liftSuspensions: () => false }),
  },
  {
    rule: 'clock-stops',
    fault: 'a submission does not stop the clock',
    module: 'stopped-clock',
    instead: () => ({ stopPlan: () => undefined }),
  },
  {
    rule: 'clock-stops',
    fault: 'every submission stops the clock',
    module: 'stopped-clock',
    instead: () => ({ maySubmissionStop: () => true }),
  },
  {
    rule: 'clock-stops',
    fault: 'stopped plans run all the same',
    module: 'plan',
    instead: () => ({ isRunning: (plan: { closedAt: number | null }) => plan.closedAt === null }),
  },
  {
    rule: 'blast-radius',
    fault: 'the budget is not looked at',
    module: 'block',
    instead: () => ({ blockOf: () => null }),
  },
  {
    rule: 'blast-radius',
    fault: 'any hour is a slot',
    module: 'slots',
    instead: () => ({ isInSlot: () => true, slotFrom: (instant: number) => instant }),
  },
  {
    rule: 'fail-static',
    fault: 'a step found late is taken all the same',
    module: 'missed',
    instead: () => ({ isMissed: () => false }),
  },
  {
    rule: 'suspensions-are-rows',
    fault: 'keys do not follow suspensions',
    module: 'key',
    instead: () => ({ settleKeys: () => undefined }),
  },
  {
    rule: 'nothing-forgotten',
    fault: 'an opened task is not told',
    module: 'work',
    instead: forgets('task.opened'),
  },
  {
    rule: 'nothing-forgotten',
    fault: 'a suspended key is not told',
    module: 'work',
    instead: forgets('key.suspended'),
  },
  {
    rule: 'no-notice-twice',
    fault: 'every notice is queued twice',
    module: 'notice',
    instead: (real) => ({
      queueNotice: (...args: unknown[]) => {
        call(real, 'queueNotice', ...args);
        call(real, 'queueNotice', ...args);
      },
    }),
  },
  {
    rule: 'no-notice-twice',
    fault: 'rungs whose time came are left behind',
    module: 'rung',
    instead: () => ({ fireRungs: () => undefined }),
  },
  {
    rule: 'own-clause',
    fault: "the developer's plan is told with the request",
    module: 'work',
    instead: (real) => ({
      record: (work: Work, type: string, subject: string, reason: { data?: object }, changes: { row: object }[]) => {
        const written = Object.assign({}, ...changes.map(({ row }) => ('plan' in row ? { plan: row.plan } : {})));
        call(real, 'record', work, type, subject, { ...reason, data: { ...reason.data, ...written } }, changes);
      },
    }),
  },
];
