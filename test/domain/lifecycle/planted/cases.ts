import type { Plan, Suspension } from '../../../../domain/lifecycle/state';
import type { Work } from '../../../../domain/lifecycle/work';
import { asSomebodyElse, call, type Planted } from './plant';

/** Faults in what goes beyond the yearly walk: findings, exemptions, appeals, releases, what people decide. */
export const caseFaults: readonly Planted[] = [
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
    fault: 'automatic acceptance grants an exemption',
    module: 'exemption',
    instead: (real) => ({
      hasClaim: () => false,
      grantExemption: (work: Work, claim: unknown, requirement: unknown, by: string | null, untilOn: unknown) =>
        call(real, 'grantExemption', work, claim, requirement, by ?? 'per_checks', untilOn),
    }),
  },
  {
    rule: 'anchored-dates',
    fault: 'an ended exemption does not ask again',
    module: 'requirement',
    instead: (real) => ({
      newRequirements: (work: Work, cycle: object, ...rest: unknown[]) =>
        call(real, 'isOfExemption', cycle) ? [] : call(real, 'newRequirements', work, cycle, ...rest),
    }),
  },
  {
    rule: 'anchored-dates',
    fault: 'an exemption never ends',
    module: 'exemption-end',
    instead: () => ({ endExemptions: () => undefined, exemptionWakeAt: () => ({ tellsAt: null, endsAt: null }) }),
  },
  {
    rule: 'anchored-dates',
    fault: 'what was exempt is due at once',
    module: 'exemption-end',
    instead: (real) => ({
      endExemptions: (work: Work) => {
        Object.assign(work.context, { terms: { ...work.context.terms, exemptionReopenDueAfter: 'P1D' } });
        call(real, 'endExemptions', work);
      },
    }),
  },
  {
    rule: 'notice-gate',
    fault: 'the end of an exemption is not told',
    module: 'notice',
    instead: (real) => ({
      queueNotice: (work: Work, request: { template: string }) => {
        if (request.template !== 'exemption-ended') call(real, 'queueNotice', work, request);
      },
    }),
  },
  {
    rule: 'clock-stops',
    fault: 'an appeal does not stop the clock',
    module: 'stopped-clock',
    instead: (real) => ({
      stopPlan: (...args: unknown[]) => (args[2] === 'appeal' ? undefined : call(real, 'stopPlan', ...args)),
    }),
  },
  {
    rule: 'clock-stops',
    fault: 'who sent it back decides the appeal against it',
    module: 'appealable',
    instead: () => ({ mayNotDecide: () => false }),
  },
  {
    rule: 'clock-stops',
    fault: 'an appeal is taken whenever it comes',
    module: 'appealable',
    instead: (real) => ({
      appealablesOf: (...args: unknown[]) =>
        (call(real, 'appealablesOf', ...args) as object[]).map((one) => ({ ...one, untilOn: '9999-12-31' })),
    }),
  },
  {
    rule: 'clock-stops',
    fault: 'nobody hears of an appeal that is late',
    module: 'appeal',
    instead: () => ({ attendAppeals: () => undefined }),
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
    rule: 'suspensions-are-rows',
    fault: 'an upheld appeal keeps the suspension',
    module: 'reinstate',
    instead: () => ({ liftSuspension: () => undefined }),
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
    rule: 'notice-gate',
    fault: 'a termination comes a day after its notice',
    module: 'notice-periods',
    instead: () => ({ terminationGateOpensAt: (acceptedAt: number) => acceptedAt + 86_400_000 }),
  },
  {
    rule: 'notice-gate',
    fault: 'who announces a termination confirms it',
    module: 'termination',
    instead: asSomebodyElse('terminationConfirmed'),
  },
  {
    rule: 'suspensions-are-rows',
    fault: 'who asks for a suspension confirms it',
    module: 'suspension-request',
    instead: asSomebodyElse('suspensionConfirmed'),
  },
  {
    rule: 'suspensions-are-rows',
    fault: 'a cure lifts what people decided',
    module: 'reinstate',
    instead: (real) => ({
      liftSuspensions: (work: Work, plan: Plan, by: Suspension['liftedBy'], why: string) => {
        const isOpen = (row: Suspension) => row.appId === plan.appId && row.liftedAt === null && row.planId === null;
        const suspensions = work.state.suspensions.map((row) =>
          isOpen(row) ? { ...row, liftedAt: work.now, liftedBy: by } : row,
        );
        work.state = { ...work.state, suspensions };
        return call(real, 'liftSuspensions', work, plan, by, why);
      },
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
    rule: 'suspensions-are-rows',
    fault: 'no statement of reasons goes out with a suspension by people',
    module: 'notice',
    instead: (real) => ({
      queueNotice: (work: Work, request: { template: string }) =>
        request.template === 'suspended-by-decision' ? 'ntc_none' : call(real, 'queueNotice', work, request),
    }),
  },
  {
    rule: 'blast-radius',
    fault: 'two people may suspend over the budget and during a hold',
    module: 'suspension-request',
    instead: (real) => ({
      suspensionConfirmed: (work: Work, event: unknown) => {
        const left = work.context;
        Object.assign(work, { context: { ...left, budgetLeft: Number.POSITIVE_INFINITY, isHeld: false } });
        call(real, 'suspensionConfirmed', work, event);
        Object.assign(work, { context: left });
      },
    }),
  },
];
