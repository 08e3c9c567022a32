/** Words in both languages of the catalogue. */
export interface Text {
  readonly en: string;
  readonly 'zh-CN': string;
}
export type TextLanguage = keyof Text;

/** The same words in English and in Simplified Chinese. */
export function text(en: string, zhCn: string): Text {
  return { en, 'zh-CN': zhCn };
}

/**
 * Words with their `{places}` filled in. Throws a RangeError on a place without a value: half a sentence must never be signed.
 * Values are put in as they are, once: a `{place}` inside a value stays as it was typed.
 */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (_match, place: string) => {
    const value = Object.hasOwn(values, place) ? values[place] : undefined;
    if (value === undefined) throw new RangeError(`no value for {${place}} in: ${words}`);
    return String(value);
  });
}
