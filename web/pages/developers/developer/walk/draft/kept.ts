import type { Answers } from '../../../../../../domain/catalogue/condition';
import type { PersonId, RequirementId } from '../../../../../../domain/ids';
import type { AskedDraft } from './keeper';

/** Answers that this browser keeps until they are saved, with the saved draft they were written over. */
export interface KeptDraft {
  asked: AskedDraft;
  /** Which open page wrote it: another tab takes nothing away that is not its own. */
  writer: string;
  base: { version: number; answers: Answers };
  answers: Answers;
}

const prefix = 'avow.draft';
const keyOf = (personId: PersonId, requirementId: RequirementId) => `${prefix}/${personId}/${requirementId}`;

/** Keeps answers on this device. They outlive the page; a browser that keeps nothing loses them with it. */
export function keep(kept: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(kept.asked.personId, kept.asked.requirementId), JSON.stringify(kept));
  } catch {
    // Full, or forbidden: what was typed is still saved as soon as the server is reached.
  }
}

/** What is kept for one requirement; null when nothing is. */
export function keptOf(personId: PersonId, requirementId: RequirementId): KeptDraft | null {
  return read(keyOf(personId, requirementId));
}

/** Everything that is kept for somebody. */
export function allKept(personId: PersonId): KeptDraft[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}/${personId}/`));
    return keys.flatMap((key) => read(key) ?? []);
  } catch {
    return [];
  }
}

/** Takes away what this page kept, once it is saved. */
export function forget({ personId, requirementId }: AskedDraft, writer: string): void {
  try {
    if (keptOf(personId, requirementId)?.writer === writer) localStorage.removeItem(keyOf(personId, requirementId));
  } catch {
    // Nothing was kept.
  }
}

function read(key: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null;
  } catch {
    return null;
  }
}
