import type { TextLanguage } from '../catalogue/text';

/** A run of words that stayed, went or came. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  words: string;
}

/**
 * How one wording became another, word by word in this language; what stayed and what was removed are together the first, what stayed
 * and what was added the second. Of the ways there are, one with the most words left as they were.
 */
export function diffWords(before: string, after: string, language: TextLanguage): DiffPart[] {
  const [from, to] = [wordsOf(before, language), wordsOf(after, language)];
  const common = commonLengths(from, to);
  const parts: DiffPart[] = [];
  let [row, column] = [0, 0];
  while (row < from.length || column < to.length) {
    const [gone, come] = [from[row], to[column]];
    if (gone !== undefined && gone === come) {
      add(parts, 'same', gone);
      row += 1;
      column += 1;
    } else if (
      gone !== undefined &&
      (come === undefined || at(common, row + 1, column) >= at(common, row, column + 1))
    ) {
      add(parts, 'removed', gone);
      row += 1;
    } else if (come !== undefined) {
      add(parts, 'added', come);
      column += 1;
    }
  }
  return parts;
}

function wordsOf(text: string, language: TextLanguage): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** The length of the longest common run of what is left, for each pair of places (longest common subsequence). */
function commonLengths(from: readonly string[], to: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: from.length + 1 }, () => new Uint32Array(to.length + 1));
  for (let row = from.length - 1; row >= 0; row -= 1) {
    for (let column = to.length - 1; column >= 0; column -= 1) {
      const length =
        from[row] === to[column]
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1));
      (lengths[row] as Uint32Array)[column] = length;
    }
  }
  return lengths;
}

function at(lengths: readonly Uint32Array[], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0;
}

function add(parts: DiffPart[], kind: DiffPart['kind'], words: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) last.words += words;
  else parts.push({ kind, words });
}
