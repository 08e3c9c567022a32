import * as fc from 'fast-check';
import { codeOf } from '../../../domain/errors';
import type { TermsId } from '../../../domain/ids';
import type { Appeal } from '../../../domain/lifecycle/appeals';
import type { Context } from '../../../domain/lifecycle/context';
import type { Decision } from '../../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../../domain/lifecycle/events';
import type { Finding } from '../../../domain/lifecycle/findings';
import type { LifecycleState, Notice, Suspension } from '../../../domain/lifecycle/state';
import { defaultTerms } from '../../../domain/terms';
import type { TierTerms } from '../../../domain/terms/tier-terms';
import { agreedTerms } from './agreed-terms';
import { day, hour } from './calendar-of-tests';
import { type Chance, chanceFrom } from './chance';
import type { Decider } from './decider';
import { outcomesOf } from './outcomes';
import { type ActKind, act, actKinds, isRareInNeglect } from './people';

/** One event of a life: what was decided, from what, to what. */
export interface Step {
  now: number;
  event: LifecycleEvent;
  context: Context;
  before: LifecycleState | null;
  after: LifecycleState;
  decisions: Decision[];
}

export interface Trace {
  steps: Step[];
  refusals: { event: LifecycleEvent; code: string }[];
  years: number;
}

/** A life to simulate: everything that happens by chance follows from the seed. */
export interface Life {
  seed: number;
  zone: string;
  startsOn: string;
  /** Who neglects it seldom signs, and so climbs the ladder. */
  temper: 'mixed' | 'negligent';
  entries: ('registered' | 'imported')[];
  moves: { waitDays: number; clock: 'punctual' | 'late' | 'outage' | 'same-instant'; act: ActKind }[];
  restDays: number;
}

export const lives: fc.Arbitrary<Life> = fc.record({
  seed: fc.integer(),
  zone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Auckland', 'Europe/Berlin', 'Asia/Taipei'),
  startsOn: fc.constantFrom('2028-02-29', '2026-11-23', '2027-01-31', '2026-08-30', '2027-03-13'),
  temper: fc.constantFrom('mixed', 'negligent'),
  entries: fc.array(fc.constantFrom('registered' as const, 'imported' as const), { minLength: 1, maxLength: 3 }),
  moves: fc.array(
    fc.record({
      waitDays: fc.constantFrom(0, 0.05, 0.5, 1, 3, 7, 14, 30, 45, 60),
      clock: fc.constantFrom('punctual', 'punctual', 'punctual', 'punctual', 'late', 'outage', 'same-instant'),
      act: fc.constantFrom(...actKinds),
    }),
    { minLength: 10, maxLength: 60 },
  ),
  restDays: fc.integer({ min: 0, max: 500 }),
});

/** A world in which one developer lives: time, the mail, the vendor's staff, and what they do to each other. */
export interface World {
  readonly decider: Decider;
  readonly chance: Chance;
  readonly trace: Trace;
  now: number;
  state: LifecycleState | null;
  context: Context;
  /** Every notice there ever was, as it was last. */
  readonly notices: Map<string, Notice>;
  /** The same of suspensions, findings and appeals. */
  readonly suspensions: Map<string, Suspension>;
  readonly findings: Map<string, Finding>;
  readonly appeals: Map<string, Appeal>;
  /** What will happen by itself: mail servers, checks and staff. */
  pending: { at: number; event: LifecycleEvent }[];
  count: number;
}

/** The versions of terms that a developer may come to go by. */
export const tierVersions = ['tms_first', 'tms_second', 'tms_third'] as const;

export const terms = { ...defaultTerms, slot: { ...defaultTerms.slot, freezeDays: freezeDays() } };

/** Three weeks around each new year, longer than a final notice stays fresh. */
function freezeDays(): string[] {
  const days: string[] = [];
  for (let year = 2026; year < 2034; year += 1) {
    for (let count = 0; count < 24; count += 1) {
      days.push(new Date(Date.UTC(year, 11, 15 + count)).toISOString().slice(0, 10));
    }
  }
  return days;
}

/** Lives a life from enrolment on. A throw that is no refusal is a fault of the decider and goes through. */
export function simulate(decider: Decider, life: Life): Trace {
  const startsAt = Date.parse(`${life.startsOn}T03:17:00Z`);
  const world: World = {
    decider,
    chance: chanceFrom(life.seed),
    trace: { steps: [], refusals: [], years: 0 },
    now: startsAt,
    state: null,
    context: {
      terms,
      tierTerms: { shipped: defaultTerms, versions: versionsOf(life) },
      calendars: {},
      catalogueVersion: 'v1',
      budgetLeft: Number.POSITIVE_INFINITY,
      isHeld: false,
    },
    notices: new Map(),
    suspensions: new Map(),
    findings: new Map(),
    appeals: new Map(),
    pending: [],
    count: 0,
  };
  const country = life.zone === 'Asia/Shanghai' ? 'CN' : 'US';
  happen(world, {
    ...next(world),
    type: 'developer.enrolled',
    actor: { kind: 'system', id: 'start' },
    developerId: `dev_${(life.seed >>> 0).toString(36)}`,
    timeZone: life.zone,
    country,
    language: 'en',
  });
  for (const entry of life.entries) act(world, entry === 'registered' ? 'register' : 'import');
  for (const move of life.moves) {
    wait(world, move.waitDays, move.clock);
    if (life.temper === 'mixed' || !isRareInNeglect(move.act) || world.chance.next() < 0.2) act(world, move.act);
  }
  wait(world, life.restDays, 'punctual');
  world.trace.years = (world.now - startsAt) / (365.25 * day);
  return world.trace;
}

/** Drawn beside the life, whose other chances stay as they are. */
function versionsOf({ seed }: Life): Record<TermsId, TierTerms> {
  const chance = chanceFrom(seed + 1);
  return Object.fromEntries(tierVersions.map((id) => [id, agreedTerms(chance)]));
}

function wait(world: World, days: number, clock: Life['moves'][number]['clock']): void {
  const until = world.now + Math.round(days * day);
  if (clock === 'outage') {
    // Nothing of ours runs; whatever happened meanwhile is heard afterwards, before or after the clock.
    world.now = until;
    if (world.chance.next() < 0.5) tick(world);
  }
  const lateness = clock === 'late' ? () => world.chance.between(0, 5 * hour) : () => 0;
  advance(world, until, lateness);
  if (clock !== 'same-instant' || !world.state) return;
  // A person's command comes before the tick of the same instant.
  const wake = world.decider.nextWake(world.state, world.context);
  if (wake && wake.at > world.now && wake.at - world.now < 40 * day) advanceUpTo(world, wake.at);
}

function advance(world: World, until: number, lateness: () => number): void {
  for (let still = 0; world.state !== null; ) {
    const wake = world.decider.nextWake(world.state, world.context);
    const wakeAt = wake === null ? Number.POSITIVE_INFINITY : Math.max(world.now, wake.at + lateness());
    const [soonest] = world.pending.sort((one, other) => one.at - other.at);
    const eventAt = soonest ? Math.max(world.now, soonest.at) : Number.POSITIVE_INFINITY;
    if (Math.min(wakeAt, eventAt) > until) break;
    still = Math.min(wakeAt, eventAt) > world.now ? 0 : still + 1;
    if (still > 200) throw new Error(`time stands still at ${new Date(world.now).toISOString()}: ${wake?.procedure}`);
    world.now = Math.min(wakeAt, eventAt);
    if (soonest && eventAt <= wakeAt) {
      world.pending.shift();
      happen(world, soonest.event);
    } else tick(world);
  }
  world.now = Math.max(world.now, until);
}

/** Everything before this instant, and nothing of the clock at it. */
function advanceUpTo(world: World, instant: number): void {
  advance(world, instant - 1, () => 0);
  world.now = instant;
}

function tick(world: World): void {
  happen(world, { ...next(world), type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } });
}

/** The envelope of the next event. */
export function next(world: Pick<World, 'count'>): { id: `evt_${string}` } {
  world.count += 1;
  return { id: `evt_${world.count.toString(36).padStart(5, '0')}` };
}

/** Gives an event to the decider as the database does: the state that still matters, and what it speaks of beside. */
export function happen(world: World, event: LifecycleEvent): boolean {
  const before = world.state && withSpokenOf(world, world.state, event);
  try {
    const { state: after, decisions } = world.decider.decide(before, event, world.context, world.now);
    world.trace.steps.push({ now: world.now, event, context: world.context, before, after, decisions });
    for (const { changes } of decisions) {
      for (const change of changes) {
        if (change.collection === 'notices') world.notices.set(change.row.id, change.row);
        if (change.collection === 'suspensions') world.suspensions.set(change.row.id, change.row);
        if (change.collection === 'findings') world.findings.set(change.row.id, change.row);
        if (change.collection === 'appeals') world.appeals.set(change.row.id, change.row);
      }
    }
    world.state = world.decider.current(after);
    world.pending.push(...outcomesOf(world, decisions));
    return true;
  } catch (fault) {
    const code = codeOf(fault);
    if (code === undefined) throw fault;
    world.trace.refusals.push({ event, code });
    return false;
  }
}

function withSpokenOf(world: World, state: LifecycleState, event: LifecycleEvent): LifecycleState {
  if ('noticeId' in event) return { ...state, notices: withOne(state.notices, world.notices.get(event.noticeId)) };
  if ('appealId' in event) return { ...state, appeals: withOne(state.appeals, world.appeals.get(event.appealId)) };
  if (event.type !== 'appeal.filed') return state;
  const former = [...world.appeals.values()].filter((row) => row.subject === event.subject);
  return {
    ...state,
    suspensions: withOne(state.suspensions, world.suspensions.get(event.subject)),
    findings: withOne(state.findings, world.findings.get(event.subject)),
    appeals: former.reduce(withOne, state.appeals),
  };
}

function withOne<Row extends { id: string }>(rows: Row[], one: Row | undefined): Row[] {
  return one === undefined || rows.some((row) => row.id === one.id) ? rows : [...rows, one];
}
