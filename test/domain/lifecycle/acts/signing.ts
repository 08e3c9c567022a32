import type { LifecycleEvent } from '../../../../domain/lifecycle/events';
import type { App, LifecycleState, RiskFlag } from '../../../../domain/lifecycle/state';
import { obligations } from '../../../../domain/obligations';
import { day } from '../calendar-of-tests';
import { marker } from '../outcomes';
import { happen, next, type World } from '../simulation';
import { type Act, signatory } from './act';

/** What the developer's people do for the attestation: walk, sign, ask for time. */
export const signing = {
  sign: {
    weight: 3,
    isRareInNeglect: true,
    act: ({ world, app }) => {
      if (app) happen(world, signed(world, [app]));
    },
  },
  'sign-all': {
    weight: 3,
    isRareInNeglect: true,
    act: ({ world, state }) => {
      const owing = state.apps.filter((row) => outstanding(state, row).length > 0);
      if (owing.length > 0) happen(world, signed(world, owing));
    },
  },
  'sign-again': {
    weight: 1,
    act: ({ world, app }) => {
      for (let times = 0; times < 4; times += 1) if (app && world.state) happen(world, signed(world, [app]));
    },
  },
  walk: {
    weight: 1,
    act: ({ world, appId, envelope }) => {
      const step = world.chance.one(['law', 'notice', 'sign'] as const) ?? 'law';
      happen(world, { ...envelope(), type: 'walk.advanced', actor: signatory, appId, step });
    },
  },
  'ask-for-time': {
    weight: 2,
    act: ({ world, envelope }) => {
      const untilOn = someDueDay(world);
      happen(world, { ...envelope(), type: 'extension.requested', actor: signatory, untilOn, plan: marker });
    },
  },
} as const satisfies Record<string, Act>;

function outstanding(state: LifecycleState, app: App): string[] {
  return state.requirements
    .filter((row) => row.appId === app.id && (row.state === 'open' || row.state === 'returned'))
    .map((row) => row.obligation);
}

/** A complete submission for these apps. */
export function signed(world: Pick<World, 'count' | 'chance'>, apps: readonly App[]): LifecycleEvent {
  const flags: RiskFlag[] = world.chance.next() < 0.2 ? ['face-data'] : [];
  return {
    ...next(world),
    type: 'submission.signed',
    actor: signatory,
    signatureId: `sig_${world.count}`,
    apps: apps.map((app) => ({
      appId: app.id,
      statements: obligations.map((obligation) => ({ obligation, statementId: `stm_${obligation}` as const })),
      riskFlags: flags,
    })),
  };
}

function someDueDay(world: World): string {
  const plan = world.chance.one(world.state?.plans.filter((row) => row.dueAt !== null && row.stoppedAt === null) ?? []);
  const from = Math.max(plan?.dueAt ?? world.now, world.chance.next() < 0.5 ? world.now : 0);
  return new Date(from + world.chance.between(1, 28) * day).toISOString().slice(0, 10);
}
