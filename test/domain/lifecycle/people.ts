import type { LifecycleEvent } from '../../../domain/lifecycle/events';
import type { App, LifecycleState, RiskFlag } from '../../../domain/lifecycle/state';
import { obligations } from '../../../domain/obligations';
import { freeze, hold, lift, release, thaw } from './acts/enforcement';
import { day } from './calendar-of-tests';
import { marker } from './outcomes';
import { happen, next, type World } from './simulation';

/** What people do, as often as they are listed. */
export const actKinds = [
  'nothing',
  'nothing',
  'nothing',
  'nothing',
  'sign',
  'sign',
  'sign',
  'sign-all',
  'sign-all',
  'sign-all',
  'sign-again',
  'walk',
  'ask-for-time',
  'ask-for-time',
  'verify-contact',
  'confirm-notice',
  'issue-key',
  'issue-test-key',
  'roll-key',
  'revoke-key',
  'register',
  'import',
  'retire',
  'offboard',
  'budget-none',
  'budget-one',
  'budget-unlimited',
  'hold',
  'lift',
  'lift',
  'release',
  'release',
  'release',
  'release-alone',
  'freeze',
  'thaw',
  'move-away',
  'nonsense',
] as const;
export type ActKind = (typeof actKinds)[number];

const signatory = { kind: 'person', id: 'per_signatory' } as const;
const staff = (id: 'per_first' | 'per_second') => ({ kind: 'staff', id, role: 'am' }) as const;

/** Lets people do something now; what makes no sense in this state is refused or not done. */
export function act(world: World, kind: ActKind): void {
  const { state, chance } = world;
  if (!state) return;
  const app = chance.one(state.apps);
  const appId = app?.id ?? 'app_none';
  const envelope = () => next(world);
  switch (kind) {
    case 'nothing':
      return;
    case 'sign':
      if (app) happen(world, signed(world, [app]));
      return;
    case 'sign-again':
      for (let times = 0; times < 4; times += 1) if (app && world.state) happen(world, signed(world, [app]));
      return;
    case 'sign-all': {
      const owing = state.apps.filter((row) => outstanding(state, row).length > 0);
      if (owing.length > 0) happen(world, signed(world, owing));
      return;
    }
    case 'walk':
      happen(world, {
        ...envelope(),
        type: 'walk.advanced',
        actor: signatory,
        appId,
        step: chance.one(['law', 'notice', 'sign'] as const) ?? 'law',
      });
      return;
    case 'ask-for-time':
      happen(world, {
        ...envelope(),
        type: 'extension.requested',
        actor: signatory,
        untilOn: someDueDay(world),
        plan: marker,
      });
      return;
    case 'verify-contact':
      happen(world, { ...envelope(), type: 'contact.verified', actor: signatory, personId: 'per_signatory' });
      return;
    case 'confirm-notice': {
      const notice = chance.one(state.notices.filter((row) => row.state === 'bounced')) ?? chance.one(state.notices);
      for (const id of ['per_first', 'per_second'] as const)
        happen(world, {
          ...envelope(),
          type: 'notice.confirmed',
          actor: staff(id),
          noticeId: notice?.id ?? 'ntc_none',
          channel: 'telephone',
          spokeWith: marker,
          confirmedAt: world.now,
        });
      return;
    }
    case 'issue-key':
    case 'issue-test-key':
      happen(world, {
        ...envelope(),
        type: 'key.issued',
        actor: signatory,
        keyId: `key_${world.count}k`,
        appId,
        environment: kind === 'issue-key' ? 'live' : 'test',
      });
      return;
    case 'roll-key':
    case 'revoke-key': {
      const keyId = chance.one(state.keys)?.id ?? 'key_none';
      if (kind === 'revoke-key')
        happen(world, { ...envelope(), type: 'key.revoked', actor: signatory, keyId, reason: marker });
      else
        happen(world, {
          ...envelope(),
          type: 'key.rolled',
          actor: signatory,
          keyId,
          newKeyId: `key_${world.count}r`,
          overlap: chance.one([null, 'P3D', 'P30D', 'P31D']) ?? null,
        });
      return;
    }
    case 'register':
      if (state.apps.length < 4)
        happen(world, {
          ...envelope(),
          type: 'app.registered',
          actor: signatory,
          appId: `app_${world.count}g`,
          sdkProduct: 'native',
        });
      return;
    case 'import':
      if (state.apps.length < 4)
        happen(world, {
          ...envelope(),
          type: 'app.imported',
          actor: staff('per_first'),
          appId: `app_${world.count}i`,
          sdkProduct: 'wechat-mini',
          keyIds: [`key_${world.count}i`],
        });
      return;
    case 'retire':
      if (chance.next() < 0.4)
        happen(world, { ...envelope(), type: 'app.retired', actor: signatory, appId, reason: marker });
      return;
    case 'offboard':
      if (chance.next() < 0.1)
        happen(world, { ...envelope(), type: 'developer.offboarded', actor: signatory, reason: marker });
      return;
    case 'budget-none':
      // A budget of nothing holds every plan for good, so lives under it are kept rare.
      if (chance.next() < 0.3) world.context = { ...world.context, budgetLeft: 0 };
      return;
    case 'budget-one':
      world.context = { ...world.context, budgetLeft: 1 };
      return;
    case 'budget-unlimited':
      world.context = { ...world.context, budgetLeft: Number.POSITIVE_INFINITY };
      return;
    case 'hold':
      hold(world);
      return;
    case 'lift':
      lift(world);
      return;
    case 'release':
      release(world, 'per_second');
      return;
    case 'release-alone':
      release(world, 'per_first');
      return;
    case 'freeze':
      freeze(world);
      return;
    case 'thaw':
      thaw(world);
      return;
    case 'move-away':
      if (chance.next() < 0.2)
        happen(world, {
          ...envelope(),
          type: 'developer.changed',
          actor: signatory,
          timeZone: chance.one(['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland']) ?? 'UTC',
        });
      return;
    case 'nonsense':
      for (const event of nonsense(world)) happen(world, event);
  }
}

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

/** Ids that are nobody's, answers that came already: refused or without effect, never a fault. */
function nonsense(world: World): LifecycleEvent[] {
  const answered = world.state?.submissions.at(-1)?.id ?? 'sub_none';
  return [
    { ...next(world), type: 'review.decided', actor: staff('per_first'), submissionId: 'sub_none', items: [] },
    { ...next(world), type: 'review.decided', actor: staff('per_first'), submissionId: answered, items: [] },
    {
      ...next(world),
      type: 'checks.completed',
      actor: { kind: 'system', id: 'checks' },
      submissionId: 'sub_none',
      outcome: 'red',
    },
    {
      ...next(world),
      type: 'extension.decided',
      actor: staff('per_first'),
      extensionId: 'ext_none',
      outcome: 'grant',
      reason: marker,
    },
    { ...next(world), type: 'notice.accepted', actor: staff('per_first'), noticeId: 'ntc_none', acceptedAt: 0 },
    { ...next(world), type: 'notice.bounced', actor: staff('per_first'), noticeId: 'ntc_none', detail: marker },
    {
      ...next(world),
      type: 'notice.confirmed',
      actor: staff('per_first'),
      noticeId: 'ntc_none',
      channel: 'sms',
      spokeWith: marker,
      confirmedAt: 0,
    },
    { ...next(world), type: 'app.retired', actor: signatory, appId: 'app_none', reason: marker },
    { ...next(world), type: 'key.revoked', actor: signatory, keyId: 'key_none', reason: marker },
    { ...next(world), type: 'task.closed', actor: staff('per_first'), taskId: world.state?.tasks[0]?.id ?? 'tsk_none' },
  ];
}
