import { useSession } from '../shell/session';
import { useLanguage } from '../words/words';
import { type ActName, refusalOf, type Subject } from './acts';
import { useDeskWords } from './words';

/** Says why an action is not for this person now, in a sentence; null where it is. */
export function useRefusal(): (act: ActName, subject?: Subject) => string | null {
  const t = useDeskWords();
  const language = useLanguage();
  const { person, staff } = useSession();
  return (act, subject) => {
    const refusal = staff
      ? refusalOf(act, { personId: person.id, role: staff.role }, subject)
      : { kind: 'role' as const, roles: [] };
    if (refusal === null) return null;
    if (refusal.kind !== 'role') return t(`refusal.${refusal.kind}`);
    const roles = new Intl.ListFormat(language, { type: 'conjunction' }).format(
      refusal.roles.map((role) => t(`roles.${role}`)),
    );
    return t('refusal.role', { roles });
  };
}
