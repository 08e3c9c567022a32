import { setTimeout as sleep } from 'node:timers/promises';

/** Under way at a time: as many as leave the database to others. */
const atOnce = 4;

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
  const faults: unknown[] = [];
  let begun = 0;
  const goOn = async () => {
    // One is begun however slow it was to come here: whoever calls must get ahead.
    while (begun < items.length && faults.length === 0 && (begun === 0 || performance.now() < began + 1_000)) {
      const item = items[begun] as Item;
      begun += 1;
      await act(item).catch((fault: unknown) => faults.push(fault));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
  if (faults.length > 0) throw faults[0];
  await sleep(Math.max(0, began + (1_000 * begun) / perSecond - performance.now()));
  return items[begun - 1] ?? null;
}
