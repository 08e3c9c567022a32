/** A run of words that both texts have, or only the earlier, or only the later one. */
export interface Run {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** More words than this are compared as a whole: the table below has the product of both counts. */
const mostWords = 600;

/** What became of a text, word by word (Chinese sign by sign): by the longest sequence that both have. */
export function wordDiff(before: string, after: string): Run[] {
  const [then, now] = [wordsOf(before), wordsOf(after)];
  if (before === after) return [{ kind: 'same', text: after }];
  if (then.length > mostWords || now.length > mostWords) return joined([run('gone', before), run('new', after)]);
  const lengths = commonLengths(then, now);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < then.length && j < now.length) {
    if (then[i] === now[j]) {
      runs.push(run('same', now[j]));
      i += 1;
      j += 1;
    } else if (at(lengths, i + 1, j) >= at(lengths, i, j + 1)) {
      runs.push(run('gone', then[i]));
      i += 1;
    } else {
      runs.push(run('new', now[j]));
      j += 1;
    }
  }
  return joined([...runs, run('gone', then.slice(i).join('')), run('new', now.slice(j).join(''))]);
}

function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+|\s+/gu) ?? [];
}

/** How long the longest common sequence is from each place on. */
function commonLengths(then: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: then.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  for (let i = then.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = now.length - 1; j >= 0; j -= 1) {
      row[j] =
        then[i] === now[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

const at = (lengths: readonly number[][], i: number, j: number) => lengths[i]?.[j] ?? 0;
const run = (kind: Run['kind'], text = ''): Run => ({ kind, text });

/** Neighbours of one kind as one, without the empty ones. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const { kind, text } of runs) {
    const last = all.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else all.push({ kind, text });
  }
  return all;
}
