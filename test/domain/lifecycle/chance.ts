/** A repeatable source of choices (mulberry32): one seed tells one life. */
export interface Chance {
  /** A number from 0 up to 1. */
  next(): number;
  /** One of these, the first as likely as its weight says. */
  pick<Choice extends string>(weights: Readonly<Record<Choice, number>>): Choice;
  one<Item>(items: readonly Item[]): Item | undefined;
  between(least: number, most: number): number;
}

export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of entries) {
        left -= weight;
        if (left < 0) return choice;
      }
      return (entries[0] as [keyof typeof weights, number])[0];
    },
    one: (items) => items[Math.floor(next() * items.length)],
    between: (least, most) => Math.floor(least + next() * (most - least + 1)),
  };
}
