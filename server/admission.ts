import type { Access, AnyOperation } from '../api/operation';
import { AvowError } from '../domain/errors';
import { type DeveloperId, isId } from '../domain/ids';
import type { Actor } from '../domain/lifecycle/events';
import type { Caller } from './caller';
import { notFound } from './problems';

/** On what ground a caller was let in, and how far it reaches. */
export interface Admission {
  as: 'developer' | 'staff' | 'token' | 'public';
  actor: Actor;
  developerIds: readonly DeveloperId[] | 'all';
}

/**
 * Lets a caller in or throws. Somebody else's developer answers 404 exactly as one that does not exist;
 * one's own developer in a role that may not do this answers 403.
 */
export function admit(operation: AnyOperation, caller: Caller, developerId: string | undefined): Admission {
  const access: Access = operation.access;
  if (caller.kind === 'public') return { as: 'public', actor: { kind: 'system', id: 'public' }, developerIds: [] };
  if (caller.kind === 'token') {
    const wanted = access.token ?? [];
    if (!wanted.some((scope) => caller.scopes.includes(scope))) {
      throw new AvowError(
        'access.scope-missing',
        wanted.length > 0
          ? `The token needs the scope ${wanted.join(' or ')}.`
          : 'No API token may do this: a person signs in for it.',
      );
    }
    return { as: 'token', actor: { kind: 'token', id: caller.tokenId }, developerIds: 'all' };
  }
  const allowed = caller.memberships.filter((membership) => access.developer?.includes(membership.role));
  const isMember =
    developerId === undefined || caller.memberships.some((membership) => membership.developerId === developerId);
  const mayAsDeveloper =
    developerId === undefined
      ? allowed.length > 0
      : allowed.some((membership) => membership.developerId === developerId);
  const mayAsStaff = caller.staffRole !== null && access.staff?.includes(caller.staffRole) === true;
  if (mayAsStaff && !(developerId !== undefined && mayAsDeveloper)) {
    return {
      as: 'staff',
      actor: { kind: 'staff', id: caller.personId, role: caller.staffRole ?? '' },
      developerIds: 'all',
    };
  }
  if (mayAsDeveloper) {
    return {
      as: 'developer',
      actor: { kind: 'person', id: caller.personId },
      developerIds: allowed.map((membership) => membership.developerId),
    };
  }
  if (caller.staffRole === null && !isMember) throw notFound('developer');
  throw new AvowError('access.forbidden', rolesWanted(access));
}

/** Checks a developer that was found by another id than the path's. Throws 404 or 403 as `admit` does. */
export function reach(operation: AnyOperation, caller: Caller, developerId: DeveloperId): void {
  if (!isId('dev', developerId)) throw notFound();
  try {
    admit(operation, caller, developerId);
  } catch (fault) {
    throw (fault as AvowError).code === 'resource.not-found' ? notFound() : fault;
  }
}

function rolesWanted(access: Access): string {
  const wanted = [
    ...(access.developer ?? []).map((role) => `${role} of the developer`),
    ...(access.staff ?? []).map((role) => `${role} of the vendor`),
  ];
  return wanted.length > 0
    ? `This is for: ${wanted.join(', ')}. Ask one of them.`
    : 'No person may do this: it is for API tokens.';
}
