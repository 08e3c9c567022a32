import { useSyncExternalStore } from 'react';
import { getDraft } from '../../../../../../api/drafts';
import type { PersonId, RequirementId } from '../../../../../../domain/ids';
import { call } from '../../../../../client/call';
import { isProblem } from '../../../../../client/problem';
import { type AskedDraft, type Draft, DraftKeeper } from './keeper';
import { allKept, forget } from './kept';

/** One for each draft that was opened since the page was loaded: a draft has one writer here, whichever page shows it. */
const keepers = new Map<RequirementId, DraftKeeper>();
const listeners = new Set<() => void>();

/** The keeper of a draft. */
export function keeperOf(asked: AskedDraft, draft: Draft): DraftKeeper {
  const known = keepers.get(asked.requirementId);
  if (known) return known;
  const keeper = new DraftKeeper(asked, draft);
  keepers.set(asked.requirementId, keeper);
  keeper.subscribe(() => {
    for (const listener of listeners) listener();
  });
  return keeper;
}

/** Saves everything that is not saved yet. */
export async function flushAll(): Promise<void> {
  await Promise.all([...keepers.values()].map((keeper) => keeper.flush()));
}

/** Goes on with what a closed tab left on this device. What is no longer asked is forgotten. */
export async function resumeKept(personId: PersonId): Promise<void> {
  for (const { asked, writer } of allKept(personId)) {
    if (keepers.has(asked.requirementId)) continue;
    const { developerId, requirementId } = asked;
    try {
      const draft = await call(getDraft, { params: { developerId, requirementId } });
      if (draft.isOpen) await keeperOf(asked, draft).flush();
      else forget(asked, writer);
    } catch (fault) {
      if (isProblem(fault) && fault.status === 404) forget(asked, writer);
    }
  }
}

/** How many drafts have answers that are on this device only. */
export function usePendingCount(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => [...keepers.values()].filter((keeper) => keeper.isPending).length,
  );
}

window.addEventListener('online', () => void flushAll());
// The page is being left or put away: what was typed is on this device, and goes out if there is time.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void flushAll();
});
