/** One line of a bench: a figure, and the bounds it is judged by where there are any. `noise` is the relative spread of its rounds. */
export interface Row {
  name: string;
  value: number;
  must: number | null;
  aim: number | null;
  noise: number;
  /** The bounds are not to be gone over. */
  isLessBetter?: true;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Half the distance between the quartiles, relative to the median. */
export function spreadOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return (at(0.75) - at(0.25)) / 2 / median(values);
}
