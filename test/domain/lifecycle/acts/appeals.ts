import type { AppealAgainst } from '../../../../domain/lifecycle/appeals';
import type { Decision } from '../../../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../../../domain/lifecycle/events';
import { day, hour } from '../calendar-of-tests';
import { marker } from '../outcomes';
import { happen, next, type World } from '../simulation';
import { type Act, signatory } from './act';

/** Appeals out of the blue: against something that was decided long ago, or is none of theirs. */
export const appeals = {
  appeal: {
    weight: 1,
    act: ({ world, state }) => {
      const suspension = world.chance.one([...world.suspensions.keys()]);
      if (suspension !== undefined) happen(world, filed(world, 'suspension', suspension));
      const finding = world.chance.one([...world.findings.keys()]);
      if (finding !== undefined) happen(world, filed(world, 'finding', finding));
      const plan = world.chance.one(state.plans);
      if (plan) happen(world, filed(world, 'restriction', plan.id));
      happen(world, filed(world, 'return', world.chance.one(state.submissions)?.id ?? 'sub_none'));
    },
  },
} as const satisfies Record<string, Act>;

function filed(world: World, against: AppealAgainst, subject: string): LifecycleEvent {
  return { ...next(world), type: 'appeal.filed', actor: signatory, against, subject, words: marker, evidenceIds: [] };
}

/** What developers appeal against, and what the vendor makes of it. */
export function appealed(world: World, decision: Decision): World['pending'] {
  const subject = againstOf(decision);
  if (subject !== undefined) return complaint(world, ...subject);
  const appeal = decision.changes.find((change) => change.collection === 'appeals')?.row;
  return decision.type === 'appeal.filed' && appeal ? answers(world, appeal.id) : [];
}

function againstOf({ type, subject, data, changes }: Decision): [AppealAgainst, string] | undefined {
  if (type === 'app.restricted') return ['restriction', String(data['planId'])];
  if (type === 'suspension.opened') return ['suspension', subject];
  if (type === 'finding.raised') return ['finding', subject];
  const returned = changes.find((change) => change.collection === 'requirements')?.row;
  return type === 'requirement.returned' && returned?.submissionId ? ['return', returned.submissionId] : undefined;
}

function complaint(world: World, against: AppealAgainst, subject: string): World['pending'] {
  const { chance, now } = world;
  if (chance.next() < 0.6) return [];
  const days = chance.pick({ soon: 60, later: 30, tooLate: 10 });
  const wait = { soon: chance.between(0, 6), later: chance.between(7, 29), tooLate: chance.between(31, 40) }[days];
  return [{ at: now + wait * day + chance.between(0, 9) * hour, event: filed(world, against, subject) }];
}

const staff = (id: 'per_reviewer' | 'per_lead') => ({ kind: 'staff', id, role: 'lead' }) as const;

function answers(world: World, appealId: `apl_${string}`): World['pending'] {
  const { chance, now } = world;
  const later = (most: number) => now + chance.between(0, most) * day + chance.between(0, 9) * hour;
  const pending: World['pending'] = [];
  if (chance.next() < 0.5)
    pending.push({
      at: later(4),
      event: { ...next(world), type: 'appeal.acknowledged', actor: staff('per_reviewer'), appealId, words: marker },
    });
  const decided = (by: 'per_reviewer' | 'per_lead', outcome: 'uphold' | 'dismiss'): LifecycleEvent => ({
    ...next(world),
    type: 'appeal.decided',
    actor: staff(by),
    appealId,
    outcome,
    words: marker,
  });
  const at = later(18);
  switch (chance.pick({ uphold: 45, dismiss: 25, inOwnCause: 15, withdraw: 8, never: 7 })) {
    case 'uphold':
      return [...pending, { at, event: decided('per_lead', 'uphold') }];
    case 'dismiss':
      return [...pending, { at, event: decided('per_lead', 'dismiss') }];
    case 'inOwnCause':
      return [
        ...pending,
        { at, event: decided('per_reviewer', 'dismiss') },
        { at: at + hour, event: decided('per_lead', 'uphold') },
      ];
    case 'withdraw':
      return [...pending, { at, event: { ...next(world), type: 'appeal.withdrawn', actor: signatory, appealId } }];
    case 'never':
      return pending;
  }
}
