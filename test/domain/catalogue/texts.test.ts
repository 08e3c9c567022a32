import { fill } from '../../../domain/catalogue/text';
import { everyText } from './every-text';

const texts = everyText();
const chinese = /\p{Script=Han}/u;
/** Proper names that are written alike in both languages. */
const sameInBoth = ['iOS', 'Android'];

describe('the words of the catalogue', () => {
  it('are found', () => {
    expect(texts.length).toBeGreaterThan(300);
  });

  it('exist in English and in Chinese', () => {
    expect(texts.filter(([, text]) => !text.en?.trim() || !text['zh-CN']?.trim()).map(([where]) => where)).toEqual([]);
  });

  it('are Chinese in Chinese and not in English', () => {
    const odd = texts.filter(([, text]) => !sameInBoth.includes(text.en) || text.en !== text['zh-CN']);
    expect(odd.filter(([, text]) => !chinese.test(text['zh-CN']) || chinese.test(text.en))).toEqual([]);
  });

  it('have the same places to fill in both languages', () => {
    const places = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g))].sort();
    expect(
      texts.filter(([, text]) => places(text.en).join() !== places(text['zh-CN']).join()).map(([where]) => where),
    ).toEqual([]);
  });

  it('use full-width punctuation in Chinese', () => {
    expect(texts.filter(([, text]) => /\p{Script=Han}[,;:?!]/u.test(text['zh-CN']))).toEqual([]);
  });
});

describe('filling places', () => {
  it('refuses a place without a value', () => {
    expect(() => fill('by {vendor}', {})).toThrow('no value for {vendor}');
    expect(() => fill('by {toString}', {})).toThrow(RangeError);
  });

  it('does not fill places inside a value', () => {
    expect(fill('{app} of {vendor}', { app: '{vendor}', vendor: 'V' })).toBe('{vendor} of V');
  });
});
