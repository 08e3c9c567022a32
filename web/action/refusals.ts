import type { Access, AnyOperation } from '../../api/operation';
import type { DeveloperId } from '../../domain/ids';
import { judgeDelegated } from '../../domain/permissions';
import { useSession } from '../shell/session';
import { useRefusalWords } from './words';

/**
 * Why somebody may not do a thing for a developer, in words for beside the button; null: they may. By the same lists as the server,
 * which decides: `const refusalOf = useRefusals(developerId)`, then `refusalOf(issueKey)`.
 */
export function useRefusals(developerId: DeveloperId): (operation: AnyOperation) => string | null {
  const t = useRefusalWords();
  const { memberships, delegations, staff } = useSession();
  return (operation) => {
    const access: Access = operation.access;
    if (access.public || (staff && access.staff?.includes(staff.role))) return null;
    const roles = memberships.filter((one) => one.developerId === developerId).map(({ role }) => role);
    if (roles.some((role) => access.developer?.includes(role))) return null;
    const verdicts = delegations
      .filter((one) => one.developerId === developerId)
      .map((one) => (access.developer ? judgeDelegated(operation.id, one) : 'never'));
    if (verdicts.includes('allowed')) return null;
    if (!access.developer) return t('vendor');
    if (verdicts.includes('mandate-missing')) return t('mandate');
    if (verdicts.includes('scope-missing')) return t('scope');
    if (verdicts.includes('never')) return t('agency');
    return t(staff && roles.length === 0 ? 'developer' : 'signatory');
  };
}
