import type { LifecycleEvent } from '../../../../domain/lifecycle/events';
import { marker } from '../outcomes';
import { happen, next, type World } from '../simulation';
import { type Act, signatory, staff } from './act';

/** Requests that make no sense. */
export const nonsense = {
  nonsense: {
    weight: 1,
    act: ({ world }) => {
      for (const event of nonsensical(world)) happen(world, event);
    },
  },
} as const satisfies Record<string, Act>;

/** Ids that are nobody's, answers that came already: refused or without effect, never a fault. */
function nonsensical(world: World): LifecycleEvent[] {
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
