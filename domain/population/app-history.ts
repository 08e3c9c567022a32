import type { Instant, TimeZone } from '../calendar/instant';
import { endOf } from '../calendar/zoned';
import type { Standing } from '../lifecycle/state';

/** One decision about an app or one of its keys, as the record has it. */
export interface PastDecision {
  at: Instant;
  decision: string;
  subject: string;
  data: Readonly<Record<string, unknown>>;
}

/** How an app stood at a moment, as far as it says why a live key ran. */
export interface AppMoment {
  standing: Standing;
  /** Up to when the last acceptance covers it; null while there is none. */
  coveredUntil: Instant | null;
  wasAccepted: boolean;
  isClockStopped: boolean;
  isPassedProvisionally: boolean;
  blockedBy: string | null;
  liveKeys: number;
}

/** Follows an app's decisions in their order, from its entry on. */
export class AppHistory {
  readonly #stopped = new Set<string>();
  readonly #blocked = new Map<string, string>();
  readonly #live = new Map<string, boolean>();
  #standing: Standing;
  #coveredUntil: Instant | null = null;
  #wasAccepted = false;
  #isPassedProvisionally = false;

  constructor(
    entry: 'registered' | 'imported',
    private readonly timeZone: TimeZone,
  ) {
    this.#standing = entry === 'registered' ? 'onboarding' : 'due';
  }

  now(): AppMoment {
    return {
      standing: this.#standing,
      coveredUntil: this.#coveredUntil,
      wasAccepted: this.#wasAccepted,
      isClockStopped: this.#stopped.size > 0,
      isPassedProvisionally: this.#isPassedProvisionally,
      blockedBy: [...this.#blocked.values()][0] ?? null,
      liveKeys: [...this.#live.values()].filter(Boolean).length,
    };
  }

  take({ decision, subject, data }: PastDecision): void {
    switch (decision) {
      case 'app.standing-changed':
        this.#standing = data['to'] as Standing;
        break;
      case 'app.accepted':
        this.#wasAccepted = true;
        this.#isPassedProvisionally = false;
        break;
      case 'cycle.planned':
        this.#plans(data['coveredThroughOn']);
        break;
      case 'submission.passed-provisionally':
        this.#isPassedProvisionally = true;
        break;
      case 'submission.answered':
        this.#isPassedProvisionally = false;
        break;
      case 'plan.stopped':
        this.#stopped.add(subject);
        break;
      case 'app.restricted':
        this.#blocked.delete(String(data['planId']));
        break;
      case 'plan.blocked':
        this.#blocked.set(subject, String(data['blockedBy']));
        break;
      case 'plan.unblocked':
      case 'plan.released':
        this.#blocked.delete(subject);
        break;
      case 'plan.resumed':
      case 'plan.revised':
      case 'plan.closed':
        this.#forget(subject);
        break;
      case 'key.issued':
        if (data['environment'] === 'live') this.#live.set(subject, data['state'] === 'active');
        break;
      case 'key.suspended':
      case 'key.reinstated':
        if (this.#live.has(subject)) this.#live.set(subject, decision === 'key.reinstated');
        break;
      case 'key.revoked':
      case 'key.expired':
        this.#live.delete(subject);
        break;
    }
  }

  #plans(coveredThroughOn: unknown): void {
    if (typeof coveredThroughOn === 'string') this.#coveredUntil = endOf(coveredThroughOn, this.timeZone);
  }

  #forget(planId: string): void {
    this.#stopped.delete(planId);
    this.#blocked.delete(planId);
  }
}

/** The decisions that it follows; others change nothing of what it tells. */
export const followedDecisions = [
  'app.standing-changed',
  'app.accepted',
  'app.restricted',
  'cycle.planned',
  'submission.passed-provisionally',
  'submission.answered',
  'plan.stopped',
  'plan.resumed',
  'plan.revised',
  'plan.closed',
  'plan.blocked',
  'plan.unblocked',
  'plan.released',
  'key.issued',
  'key.suspended',
  'key.reinstated',
  'key.revoked',
  'key.expired',
] as const;
