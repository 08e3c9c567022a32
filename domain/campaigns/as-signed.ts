import type { Instant } from '../calendar/instant';
import type { EventId, PlanId, StatementId } from '../ids';
import type { Context } from '../lifecycle/context';
import { decide } from '../lifecycle/decide';
import type { Decision } from '../lifecycle/decisions';
import type { EventOf } from '../lifecycle/events';
import { current } from '../lifecycle/evolve';
import type { LifecycleState } from '../lifecycle/state';

/**
 * The developer signs what these plans ask, with answers of the same risk as before, and every check is green. Tells what was decided
 * and how many submissions wait for a person then.
 */
export function signAndCheck(
  state: LifecycleState,
  plans: ReadonlySet<PlanId>,
  context: Context,
  now: Instant,
): { decisions: Decision[]; reviews: number } {
  const apps = state.plans
    .filter((plan) => plans.has(plan.id) && plan.closedAt === null)
    .map(({ appId }) => outstanding(state, appId))
    .filter(({ statements }) => statements.length > 0);
  if (apps.length === 0) return { decisions: [], reviews: 0 };
  const signing: EventOf<'submission.signed'> = {
    id: 'evt_whatifsigned',
    type: 'submission.signed',
    actor: { kind: 'person', id: 'per_whatif' },
    signatureId: 'sig_whatif',
    apps,
  };
  const signed = decide(state, signing, context, now);
  const decisions = [...signed.decisions];
  let ahead = current(signed.state);
  const made = ahead.submissions.filter((row) => row.signatureId === signing.signatureId);
  made.forEach(({ id: submissionId }, index) => {
    const checked = decide(
      ahead,
      {
        id: `evt_whatifchecked${index}` as EventId,
        type: 'checks.completed',
        actor: { kind: 'system', id: 'checks' },
        submissionId,
        outcome: 'green',
      },
      context,
      now,
    );
    decisions.push(...checked.decisions);
    ahead = current(checked.state);
  });
  const ofPlans = new Set(state.plans.filter((plan) => plans.has(plan.id)).map(({ cycleId }) => cycleId as string));
  const waiting = ahead.submissions.filter((row) => row.answeredAt === null && ofPlans.has(row.cycleId));
  return { decisions, reviews: waiting.length };
}

function outstanding(state: LifecycleState, appId: LifecycleState['apps'][number]['id']) {
  const rows = state.requirements.filter(
    (row) => row.appId === appId && (row.state === 'open' || row.state === 'returned'),
  );
  const obligations = [...new Set(rows.map(({ obligation }) => obligation))];
  return {
    appId,
    statements: obligations.map((obligation) => ({
      obligation,
      statementId: `stm_whatif${obligation}` as StatementId,
    })),
    riskFlags: state.apps.find((app) => app.id === appId)?.riskFlags ?? [],
  };
}
