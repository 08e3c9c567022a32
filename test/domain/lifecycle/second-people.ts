import type { Suspension } from '../../../domain/lifecycle/state';
import type { DecidedClass, SuspensionRequest } from '../../../domain/lifecycle/suspension-requests';
import type { Termination } from '../../../domain/lifecycle/terminations';
import { firstOf } from './acts/decided';
import { day, hour } from './calendar-of-tests';
import { marker } from './outcomes';
import { next, type World } from './simulation';

type Pending = World['pending'];

const secondOf = {
  'account-manager': { kind: 'staff', id: 'per_second', role: 'lead' },
  legal: { kind: 'staff', id: 'per_admin', role: 'admin' },
} as const;

/** What a second person makes of a request: after a while, or the asker tries it first, or nobody does. */
export function confirmations(world: World, request: SuspensionRequest): Pending {
  const { chance } = world;
  const at = world.now + chance.between(0, 3) * day + chance.between(0, 9) * hour;
  const confirmed = (actor: (typeof secondOf | typeof firstOf)[DecidedClass], when = at): Pending[number] => ({
    at: when,
    event: { ...next(world), type: 'suspension.confirmed', actor, requestId: request.id },
  });
  switch (chance.pick({ confirm: 60, alone: 20, refuse: 10, never: 10 })) {
    case 'confirm':
      return [confirmed(secondOf[request.class])];
    case 'alone':
      return [confirmed(firstOf[request.class]), confirmed(secondOf[request.class], at + day)];
    case 'refuse': {
      const refused = { type: 'suspension.refused' as const, requestId: request.id, reason: marker };
      return [{ at, event: { ...next(world), ...refused, actor: secondOf[request.class] } }];
    }
    case 'never':
      return [];
  }
}

/** Sooner or later somebody lifts what people decided. */
export function liftings(world: World, suspension: Suspension): Pending {
  const { chance } = world;
  if (chance.next() < 0.1) return [];
  const at = world.now + chance.between(0, 90) * day;
  const actor = suspension.class === 'legal' || chance.next() < 0.3 ? firstOf.legal : firstOf['account-manager'];
  return [
    { at, event: { ...next(world), type: 'suspension.lifted', actor, suspensionId: suspension.id, reason: marker } },
  ];
}

/** Now and then somebody sees that a suspension should not have been. */
export function undoings(world: World, { id, class: class_ }: Suspension): Pending {
  const { chance } = world;
  if (chance.next() < 0.85) return [];
  const at = world.now + chance.between(0, 5) * day + chance.between(0, 9) * hour;
  const actor = class_ === 'legal' ? firstOf.legal : secondOf['account-manager'];
  const undone = { type: 'suspension.undone' as const, suspensionId: id, reason: marker, found: marker };
  return [{ at, event: { ...next(world), ...undone, actor } }];
}

/** The notice of a termination was delivered: people try too early, the announcer alone, and then as it should be. */
export function executions(world: World, { id, notBeforeAt }: Termination): Pending {
  if (notBeforeAt === null || world.chance.next() < 0.2) return [];
  const confirmed = (at: number, actor: (typeof secondOf | typeof firstOf)[DecidedClass]): Pending[number] => ({
    at,
    event: { ...next(world), type: 'termination.confirmed', actor, terminationId: id },
  });
  const at = notBeforeAt + world.chance.between(0, 20) * hour;
  return [
    confirmed(world.now + day, secondOf.legal),
    confirmed(Math.max(world.now, notBeforeAt - hour), secondOf.legal),
    confirmed(at, firstOf['account-manager']),
    confirmed(at, secondOf.legal),
    confirmed(at + 9 * day, secondOf.legal),
  ];
}
