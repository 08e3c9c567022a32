import * as fc from 'fast-check';
import { type DiffPart, diffWords } from '../../../domain/policies/word-diff';

const side = (parts: readonly DiffPart[], left: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== left)
    .map(({ words }) => words)
    .join('');

describe('the diff of two wordings', () => {
  it('shows which words went and which came, and leaves the rest', () => {
    expect(diffWords('You obtain consent before use.', 'You obtain separate consent before use.', 'en')).toEqual([
      { kind: 'same', words: 'You obtain ' },
      { kind: 'added', words: 'separate ' },
      { kind: 'same', words: 'consent before use.' },
    ]);
  });

  it('knows where a Chinese word ends', () => {
    const parts = diffWords('应取得用户的同意。', '应取得用户的单独同意。', 'zh-CN');
    expect(parts.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', words: '单独' }]);
  });

  it('always holds both wordings whole, and says nothing twice in a row', () => {
    const text = fc
      .array(fc.constantFrom('a ', 'b ', 'c', '同意', '，', ' '), { maxLength: 30 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, fc.constantFrom('en' as const, 'zh-CN' as const), (before, after, language) => {
        const parts = diffWords(before, after, language);
        expect(side(parts, 'added')).toBe(before);
        expect(side(parts, 'removed')).toBe(after);
        expect(parts.every((part, index) => part.kind !== parts[index + 1]?.kind && part.words !== '')).toBe(true);
        if (before === after) expect(parts.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });
});
