import type { Instant } from '../calendar/instant';
import type { EventId } from '../ids';
import type { Context } from './context';
import { decide } from './decide';
import type { Decision } from './decisions';
import { current } from './evolve';
import { nextWake } from './next-wake';
import type { LifecycleState } from './state';

export interface Forecast {
  at: Instant;
  decision: Decision;
}

/** A moment that comes by itself: what the clock brings about, and the state it leaves. */
export interface Passing {
  at: Instant;
  decisions: readonly Decision[];
  state: LifecycleState;
}

/**
 * "If you do nothing, this happens on these days": the same decider, no events but the clock, every notice delivered when it is sent,
 * nobody of the vendor answering anything. At most `steps` wake-ups up to `until`.
 */
export function forecast(
  state: LifecycleState,
  context: Context,
  now: Instant,
  until: Instant,
  steps = 200,
): Forecast[] {
  return [...letTimePass(state, context, now, until, steps)].flatMap(({ at, decisions }) =>
    decisions.map((decision) => ({ at, decision })),
  );
}

/** The same, moment by moment, for who stops on the way. */
export function* letTimePass(
  state: LifecycleState,
  context: Context,
  now: Instant,
  until: Instant,
  steps = 200,
): Generator<Passing> {
  let at = now;
  let ahead = current(state);
  for (let step = 0; step < steps; step += 1) {
    const id = `evt_forecast${step}x` as EventId;
    ahead = deliverAll(ahead, at);
    const wake = nextWake(ahead, context);
    if (wake === null || wake.at > until) break;
    at = Math.max(at, wake.at);
    const decided = decide(ahead, { id, type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } }, context, at);
    ahead = current(decided.state);
    yield { at, decisions: decided.decisions, state: ahead };
  }
}

function deliverAll(state: LifecycleState, at: Instant): LifecycleState {
  const notices = state.notices.map((notice) =>
    notice.state === 'queued' ? { ...notice, state: 'accepted' as const, acceptedAt: at } : notice,
  );
  return { ...state, notices };
}
