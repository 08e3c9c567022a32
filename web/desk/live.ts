import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getCampaignWhatIf } from '../../api/campaigns';
import { getCatalogue } from '../../api/catalogue';
import { type DeskChanged, followDesk } from '../../api/desk-events';
import { listStaff } from '../../api/people';
import { getTerms } from '../../api/terms';
import { addressOf } from '../client/call';

/** So long lies between two looks at least, so that a crowd of decisions does not ask for each page a hundred times. */
const pauseMs = 700;
/** What no decision about a developer changes. */
const still: readonly unknown[] = [getCatalogue.id, getTerms.id, listStaff.id, getCampaignWhatIf.id, 'evidence'];

/** While `isOn`, whatever is shown is asked anew soon after something was decided or answered about it: two people see each other's changes. */
export function useLiveDesk(isOn: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => (isOn ? follow(queryClient) : undefined), [isOn, queryClient]);
}

/** Follows until it is told to leave. */
function follow(queryClient: QueryClient): () => void {
  const stream = new EventSource(addressOf(followDesk, {}));
  const changed = new Set<string>();
  let isEverything = false;
  let timer: number | undefined;
  let isLooking = false;
  let nextLookAt = 0;

  async function look() {
    const [ids, all] = [new Set(changed), isEverything];
    changed.clear();
    isEverything = false;
    timer = undefined;
    const began = performance.now();
    isLooking = true;
    await lookAnew(queryClient, (query) => concerns(query, all ? null : ids));
    isLooking = false;
    // Where answers come slowly they are asked for less often: at least as long as the look took nothing is asked.
    const took = performance.now() - began;
    nextLookAt = began + Math.max(pauseMs, 2 * took);
    if (changed.size > 0 || isEverything) soon();
  }
  /** The first change is looked at at once, those that come close behind it together. */
  function soon() {
    if (!isLooking && stream.readyState !== EventSource.CLOSED)
      timer ??= window.setTimeout(() => void look(), Math.max(0, nextLookAt - performance.now()));
  }
  // What is shown was asked for before it was followed, the first time and after each break: what changed in between is told to nobody.
  stream.addEventListener('open', () => {
    isEverything = true;
    soon();
  });
  stream.addEventListener('changed', (event: MessageEvent<string>) => {
    for (const { id } of (JSON.parse(event.data) as DeskChanged).developers) changed.add(id);
    soon();
  });
  stream.addEventListener('reload', () => {
    isEverything = true;
    soon();
  });
  return () => {
    stream.close();
    window.clearTimeout(timer);
  };
}

/**
 * Asks anew. An answer that is on its way is waited for, as changes that come fast must not keep it from ever arriving; and as it may be
 * older than the change, it is asked for once more then.
 */
async function lookAnew(queryClient: QueryClient, isMeant: (query: Query) => boolean): Promise<void> {
  const underWay = new Set(queryClient.getQueryCache().findAll({ predicate: isMeant, fetchStatus: 'fetching' }));
  const options = { cancelRefetch: false };
  await queryClient.invalidateQueries({ predicate: isMeant }, options);
  if (underWay.size > 0) await queryClient.invalidateQueries({ predicate: (query) => underWay.has(query) }, options);
}

/** A question about one developer is asked anew when that one changed; one about several whenever anybody did. */
function concerns({ queryKey: [name, given] }: Query, ids: ReadonlySet<string> | null): boolean {
  if (still.includes(name)) return false;
  const { developerId } = (given as { params?: { developerId?: string } } | undefined)?.params ?? {};
  return ids === null || developerId === undefined || ids.has(developerId);
}
