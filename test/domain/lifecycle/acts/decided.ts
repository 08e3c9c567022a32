import type { DecidedClass } from '../../../../domain/lifecycle/suspension-requests';
import { marker } from '../outcomes';
import { happen } from '../simulation';
import type { Act, Moment } from './act';

/** People of the vendor's by what they are; who answers them is somebody else (`second-people.ts`). */
export const firstOf = {
  'account-manager': { kind: 'staff', id: 'per_first', role: 'am' },
  legal: { kind: 'staff', id: 'per_counsel', role: 'legal' },
} as const;

const undoer = { kind: 'staff', id: 'per_undoer', role: 'lead' } as const;

/** What single people of the vendor's decide beside the ladder: suspensions, lifting them, terminations. */
export const decided = {
  'ask-to-suspend': { weight: 1, act: (moment) => ask(moment, 'account-manager') },
  'ask-legally': { weight: 1, act: (moment) => ask(moment, 'legal') },
  'take-back': {
    weight: 1,
    act: ({ world, state, envelope }) => {
      const request = world.chance.one(state.suspensionRequests);
      if (request && world.chance.next() < 0.3)
        happen(world, {
          ...envelope(),
          type: 'suspension.withdrawn',
          actor: firstOf[request.class],
          requestId: request.id,
        });
      const termination = world.chance.one(state.terminations);
      if (termination && world.chance.next() < 0.2)
        happen(world, {
          ...envelope(),
          type: 'termination.withdrawn',
          actor: firstOf.legal,
          terminationId: termination.id,
        });
    },
  },
  lift: {
    weight: 1,
    act: ({ world, state, envelope }) => {
      const suspension = world.chance.one(state.suspensions);
      const actor = world.chance.one([firstOf['account-manager'], firstOf.legal]) ?? firstOf.legal;
      happen(world, {
        ...envelope(),
        type: 'suspension.lifted',
        actor,
        suspensionId: suspension?.id ?? 'sus_none',
        reason: marker,
      });
    },
  },
  undo: {
    weight: 1,
    act: ({ world, state, envelope }) => {
      const suspension = world.chance.one(state.suspensions);
      const actor = world.chance.one([firstOf['account-manager'], firstOf.legal, undoer]) ?? undoer;
      happen(world, {
        ...envelope(),
        type: 'suspension.undone',
        actor,
        suspensionId: suspension?.id ?? 'sus_none',
        reason: marker,
        found: marker,
      });
      const postMortem = world.chance.one(state.postMortems);
      if (!postMortem) return;
      happen(world, {
        ...envelope(),
        type: 'post-mortem.concluded',
        actor: firstOf.legal,
        postMortemId: postMortem.id,
        cause: marker,
        prevention: marker,
      });
    },
  },
  revoke: {
    weight: 3,
    act: ({ world, state, appId, envelope }) => {
      const suspended = world.chance.one(state.apps.filter((row) => row.standing === 'suspended'));
      happen(world, {
        ...envelope(),
        type: 'termination.announced',
        actor: firstOf['account-manager'],
        kind: 'revocation',
        appId: suspended?.id ?? appId,
        reason: marker,
      });
    },
  },
  'end-contract': {
    weight: 1,
    isRareInNeglect: true,
    act: ({ world, envelope }) => {
      if (world.chance.next() >= 0.1) return;
      happen(world, {
        ...envelope(),
        type: 'termination.announced',
        actor: firstOf['account-manager'],
        kind: 'offboarding',
        reason: marker,
      });
    },
  },
} as const satisfies Record<string, Act>;

function ask({ world, appId, envelope }: Moment, class_: DecidedClass): void {
  happen(world, {
    ...envelope(),
    type: 'suspension.requested',
    actor: firstOf[class_],
    appId,
    class: class_,
    reason: marker,
    clause: marker,
  });
}
