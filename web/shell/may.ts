import type { AnyOperation } from '../../api/operation';
import type { DeveloperId } from '../../domain/ids';
import { judgeDelegated } from '../../domain/permissions';
import { useParts, useSession } from './session';

/**
 * Whether who is signed in may do for a developer what its signatories and preparers both may: as one of them, or as somebody of an agency
 * that is let in for it. The vendor's people only look.
 */
export function useMay(operation: AnyOperation, developerId: DeveloperId): boolean {
  const { delegations } = useSession();
  const { roles } = useParts(developerId);
  const isLetIn = delegations.some(
    (one) => one.developerId === developerId && judgeDelegated(operation.id, one) === 'allowed',
  );
  return roles.length > 0 || isLetIn;
}
