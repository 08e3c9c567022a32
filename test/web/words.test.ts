import { join } from 'node:path';
import { pageWords } from '../../server/pages/words';
import { filesBelow, root } from '../conventions/tree';

type Words = { readonly [key: string]: unknown };

/** Every text of a tree by its key, `a.b`. Functions are asked what they say about `3` and `{{1}}`. */
function flat(words: Words, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') texts.set(name, value);
    else if (typeof value === 'function') texts.set(name, String((value as (given: unknown) => unknown)('{{given}}')));
    else for (const [below, text] of flat(value as Words, name)) texts.set(below, text);
  }
  return texts;
}

const read = (path: string, name: string) => (require(join(root, path)) as Record<string, Words>)[name] as Words;
const pairs = filesBelow('web', /(^|\/)en\.ts$/).map((path) => ({
  place: path.replace(/\/en\.ts$/, ''),
  en: flat(read(path, 'en')),
  zhCn: flat(read(path.replace(/en\.ts$/, 'zh-cn.ts'), 'zhCn')),
}));
pairs.push({ place: 'server/pages/words', en: flat(pageWords.en), zhCn: flat(pageWords['zh-CN']) });

const placeholders = (text: string) => [...new Set(text.match(/\{\{\s*[\w]+\s*\}\}/g) ?? [])].sort();
const tags = (text: string) =>
  (text.match(/<\/?[a-zA-Z]\w*\s*\/?>/g) ?? []).map((tag) => tag.replace(/\s/g, '')).sort();
const chinese = /[\u3400-\u9fff]/;

describe('words of the pages', () => {
  it('are found', () => {
    expect(pairs.length).toBeGreaterThan(8);
    expect(pairs.reduce((sum, { en }) => sum + en.size, 0)).toBeGreaterThan(300);
  });

  // English sentences of problems come from the API, word by word; what is Chinese of them stands alone.
  it.each(pairs.filter(({ place }) => place !== 'web/problem'))(
    '$place says the same keys in both languages',
    ({ en, zhCn }) => {
      // Chinese has no singular of its own.
      const wanted = [...en.keys()].filter((key) => !key.endsWith('_one'));
      expect([...zhCn.keys()].filter((key) => !key.endsWith('_one')).sort()).toEqual(wanted.sort());
      const lonely = [...en.keys()].filter((key) => key.endsWith('_one') && !en.has(key.replace(/_one$/, '_other')));
      expect(lonely).toEqual([]);
    },
  );

  it.each(pairs)('$place puts in the same values and elements, balanced', ({ en, zhCn }) => {
    const faults: string[] = [];
    for (const [key, text] of zhCn) {
      const other = en.get(key) ?? '';
      // A singular may spell out its number.
      const also = key.endsWith('_other') ? placeholders(en.get(key.replace(/_other$/, '_one')) ?? '') : [];
      const missing = placeholders(other).filter((one) => !placeholders(text).includes(one));
      const added = placeholders(text).filter((one) => ![...placeholders(other), ...also].includes(one));
      if (missing.length + added.length > 0) faults.push(`${key}: values differ, ${[...missing, ...added].join(' ')}`);
      if (tags(text).join() !== tags(other).join())
        faults.push(`${key}: elements differ, ${tags(text)} for ${tags(other)}`);
    }
    for (const [key, text] of [...en, ...zhCn]) {
      const opened = tags(text).filter((tag) => !tag.startsWith('</') && !tag.endsWith('/>'));
      const closed = tags(text).filter((tag) => tag.startsWith('</'));
      if (opened.map((tag) => tag.replace('<', '</')).join() !== closed.join())
        faults.push(`${key}: an element is not closed`);
    }
    expect(faults).toEqual([]);
  });

  it.each(pairs)('$place is written as each language is', ({ en, zhCn }) => {
    const faults: string[] = [];
    for (const [key, text] of [...en, ...zhCn]) {
      if (text.trim() === '') faults.push(`${key}: says nothing`);
      if (text.includes('\ufffd')) faults.push(`${key}: a broken character`);
    }
    for (const [key, text] of en)
      if (chinese.test(text) && !/language/i.test(key)) faults.push(`${key}: Chinese in English words`);
    for (const [key, text] of zhCn) {
      const bare = text.replace(/\{\{\w+\}\}|<[^>]+>/g, '');
      if (/[\u3400-\u9fff][,;:!?]|[,;:!?][\u3400-\u9fff]/.test(bare)) faults.push(`${key}: punctuation of half width`);
    }
    expect(faults).toEqual([]);
  });
});
