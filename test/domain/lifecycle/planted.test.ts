import type { Decision, Rule } from '../../../domain/lifecycle/decisions';
import type { Work } from '../../../domain/lifecycle/work';
import { type Decider, loadDecider } from './decider';
import { checkRule } from './rules';

type Module = Record<string, unknown>;
type Guard = (...args: never[]) => unknown;

interface Planted {
  rule: Rule;
  fault: string;
  /** The module of domain/lifecycle that holds the guard, and what stands in its place. */
  module: string;
  instead: (real: Module) => Module;
}

const call = (real: Module, name: string, ...args: unknown[]): unknown => (real[name] as Guard)(...(args as never[]));

/** Leaves out of the record what it decides, though the state follows it. */
const forgets = (type: Decision['type']) => (real: Module) => ({
  record: (work: Work, ...rest: [Decision['type'], ...unknown[]]) => {
    call(real, 'record', work, ...rest);
    if (rest[0] === type) work.decisions.pop();
  },
});

const planted: Planted[] = [
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
    rule: 'notice-gate',
    fault: "a finding's gate opens on the day of delivery",
    module: 'finding-dates',
    instead: () => ({ findingGateOn: (deliveredOn: string) => deliveredOn }),
  },
  {
    rule: 'notice-gate',
    fault: 'a finding counts calendar days',
    module: 'finding-dates',
    instead: () => ({
      findingSuspendsAfter: (restrictsOn: string) =>
        new Date(Date.parse(restrictsOn) + 5 * 86_400_000).toISOString().slice(0, 10),
      findingSuspendsOn: (baseOn: string) => new Date(Date.parse(baseOn) + 10 * 86_400_000).toISOString().slice(0, 10),
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
    module: 'invitation',
    instead: (real) => ({
      schedulesAt: real['schedulesAt'],
      scheduleImports: (work: Work) => {
        const terms = { ...work.context.terms, importDueAfter: 'P30D', importSpread: 'P1D' };
        Object.assign(work.context, { terms });
        call(real, 'scheduleImports', work);
      },
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
    fault: 'holding is not looked at',
    module: 'block',
    instead: (real) => ({
      blockOf: (work: Work, plan: unknown) =>
        call(real, 'blockOf', { ...work, context: { ...work.context, isHeld: false } }, plan),
    }),
  },
  {
    rule: 'blast-radius',
    fault: 'a release is not used up by its step',
    module: 'release',
    instead: () => ({ consumed: (plan: unknown) => plan }),
  },
  {
    rule: 'blast-radius',
    fault: 'the second person may be the first',
    module: 'second-person',
    instead: () => ({ isSecondPerson: () => true }),
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
    rule: 'suspensions-are-rows',
    fault: 'a cured finding keeps its suspension',
    module: 'reinstate',
    instead: (real) => ({
      liftSuspensions: (work: Work, plan: { findingId: string | null }, ...rest: unknown[]) =>
        plan.findingId === null && call(real, 'liftSuspensions', work, plan, ...rest),
    }),
  },
  {
    rule: 'suspensions-are-rows',
    fault: "accepting the obligation lifts the finding's suspension",
    module: 'reinstate',
    instead: (real) => ({
      liftSuspensions: (work: Work, plan: { appId: string }, ...rest: unknown[]) =>
        work.state.plans
          .filter((row) => row.appId === plan.appId)
          .map((row) => call(real, 'liftSuspensions', work, row, ...rest))
          .some(Boolean),
    }),
  },
  {
    rule: 'late-is-curable',
    fault: 'a cure does not lift the suspension of a finding',
    module: 'reinstate',
    instead: (real) => ({
      liftSuspensions: (work: Work, plan: { findingId: string | null }, ...rest: unknown[]) =>
        plan.findingId === null && call(real, 'liftSuspensions', work, plan, ...rest),
    }),
  },
  {
    rule: 'clock-stops',
    fault: 'the lead is not told that an answer waits',
    module: 'finding-answering',
    instead: () => ({ attendFindings: () => undefined }),
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

/** The decider with one guard replaced. Modules are loaded anew, so nothing of it stays. */
function faultyDecider({ module, instead }: Planted): Decider {
  const path = `../../../domain/lifecycle/${module}`;
  let decider: Decider | undefined;
  jest.isolateModules(() => {
    jest.doMock(path, () => {
      const real = jest.requireActual<Module>(path);
      return { ...real, ...instead(real) };
    });
    decider = loadDecider();
    jest.dontMock(path);
  });
  if (!decider) throw new Error('no decider was loaded');
  return decider;
}

describe('a planted fault', () => {
  it('is planted for each of the rules', () => {
    expect(new Set(planted.map(({ rule }) => rule)).size).toBe(10);
  });

  it.each(planted)(
    'is caught by $rule: $fault',
    (plant) => {
      expect(() => checkRule(plant.rule, faultyDecider(plant), 1000, false)).toThrow(/Property failed/);
    },
    120_000,
  );
});
