import type { Access, AnyOperation } from '../api/operation';
import type { OwnDelegation } from '../db/queries/delegations';
import { AvowError } from '../domain/errors';
import { type DeveloperId, isId } from '../domain/ids';
import type { Actor } from '../domain/lifecycle/events';
import { delegatedOperations, judgeDelegated } from '../domain/permissions';
import type { Caller } from './caller';
import { notFound } from './problems';

/** On what ground a caller was let in, and how far it reaches. */
export interface Admission {
  as: 'developer' | 'staff' | 'token' | 'public';
  actor: Actor;
  developerIds: readonly DeveloperId[] | 'all';
  /** Somebody of an agency, let in by a delegation alone. */
  isDelegate: boolean;
}

/**
 * Lets a caller in or throws. Somebody else's developer answers 404 exactly as one that does not exist;
 * one's own developer in a role that may not do this answers 403.
 */
export function admit(operation: AnyOperation, caller: Caller, developerId: string | undefined): Admission {
  const access: Access = operation.access;
  if (caller.kind === 'public')
    return { as: 'public', actor: { kind: 'system', id: 'public' }, developerIds: [], isDelegate: false };
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
    return { as: 'token', actor: { kind: 'token', id: caller.tokenId }, developerIds: 'all', isDelegate: false };
  }
  const allowed = caller.memberships.filter((membership) => access.developer?.includes(membership.role));
  const delegations = caller.delegations.filter((one) => developerId === undefined || one.developerId === developerId);
  // An agency never gets further than the developer's own people.
  const delegated = access.developer
    ? delegations.filter((one) => judgeDelegated(operation.id, one) === 'allowed')
    : [];
  const isMember =
    developerId === undefined ||
    delegations.length > 0 ||
    caller.memberships.some((membership) => membership.developerId === developerId);
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
      isDelegate: false,
    };
  }
  if (mayAsDeveloper || delegated.length > 0) {
    return {
      as: 'developer',
      actor: { kind: 'person', id: caller.personId },
      developerIds: [...new Set([...allowed, ...delegated].map((one) => one.developerId))],
      isDelegate: !mayAsDeveloper,
    };
  }
  if (access.developer && delegations.length > 0) throw refusalOfDelegate(operation, delegations);
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

function refusalOfDelegate(operation: AnyOperation, delegations: readonly OwnDelegation[]): AvowError {
  const verdicts = delegations.map((one) => judgeDelegated(operation.id, one));
  if (verdicts.includes('mandate-missing')) {
    return new AvowError(
      'delegation.mandate-missing',
      'An agency signs under a mandate. Ask a signatory of the developer to upload it to your delegation, then try again.',
    );
  }
  if (verdicts.includes('scope-missing')) {
    const wanted = delegatedOperations[operation.id] ?? [];
    return new AvowError(
      'delegation.scope-missing',
      `This needs a delegation with the scope ${wanted.join(' or ')}. Ask a signatory of the developer to grant one.`,
    );
  }
  return new AvowError('access.forbidden', `No agency may do this. ${rolesWanted(operation.access)}`);
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
