import type { Instant } from '../calendar/instant';
import type { AppId, KeyId, PersonId, PostMortemId, SuspensionId } from '../ids';
import type { SuspensionClass } from './state';

/** What is found out about a suspension that was undone: what it did, how it was noticed, and later why it came and what prevents the next. */
export interface PostMortem {
  id: PostMortemId;
  suspensionId: SuspensionId;
  appId: AppId;
  class: SuspensionClass;
  /** The live keys that were refused for it when it was undone. */
  keyIds: KeyId[];
  suspendedAt: Instant;
  undoneAt: Instant;
  undoneBy: PersonId;
  /** What was wrong about it, in words the developer is told. */
  reason: string;
  /** How it was noticed, in words for the vendor's people. */
  found: string;
  concludedAt: Instant | null;
  concludedBy: PersonId | null;
  cause: string | null;
  prevention: string | null;
}

/** Who undoes a suspension: legal any, leads any but those for legal reasons. */
export function mayUndo(role: string, class_: SuspensionClass): boolean {
  return role === 'legal' || (role === 'lead' && class_ !== 'legal');
}
