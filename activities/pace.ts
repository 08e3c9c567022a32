import { setTimeout as sleep } from 'node:timers/promises';

/** Under way at a time: as many as leave the database to others. */
const atOnce = 4;

/** Acts on these in their order, a few at a time. The first fault is thrown when nothing is under way any more. */
export async function actOnFew<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  await inLanes(items, act, () => true);
}

/**
 * Acts on these in their order, a few at a time: no more of them in a second than `perSecond`, so that mail and reviews follow in no
 * faster a stream; and for no longer than a second, so that a pause is heard in time where the database is slower than the rate.
 * Returns the last that was begun: it and all before are done. The first fault is thrown when nothing is under way any more.
 */
export async function actForASecond<Item>(
  items: readonly Item[],
  perSecond: number,
  act: (item: Item) => Promise<void>,
): Promise<Item | null> {
  const began = performance.now();
  const begun = await inLanes(items, act, () => performance.now() < began + 1_000);
  await sleep(Math.max(0, began + (1_000 * begun) / perSecond - performance.now()));
  return items[begun - 1] ?? null;
}

/** Returns how many were begun while it went on. One is begun in any case: whoever calls must get ahead. */
async function inLanes<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
  goesOn: () => boolean,
): Promise<number> {
  const faults: unknown[] = [];
  let begun = 0;
  const lane = async () => {
    while (begun < items.length && faults.length === 0 && (begun === 0 || goesOn())) {
      const item = items[begun] as Item;
      begun += 1;
      await act(item).catch((fault: unknown) => faults.push(fault));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (faults.length > 0) throw faults[0];
  return begun;
}
