import { addressOf } from './plain';

/** A stretch of a sentence: plain, stressed, or a link. Nothing here is HTML; the layout escapes all of it. */
export type Span = string | { strong: string } | { link: string; href: string };
export type Line = readonly Span[];

export interface ListItem {
  title?: Line;
  lines: readonly Line[];
}

/** What a mail is made of. Text and HTML are both made from it, so they cannot say different things. */
export type Block =
  | { kind: 'paragraph'; line: Line }
  | { kind: 'heading'; words: string }
  | { kind: 'facts'; rows: readonly { label: string; value: Line }[] }
  | { kind: 'list'; items: readonly ListItem[] }
  | { kind: 'quote'; words: string; by: string }
  | { kind: 'note'; tone: 'calm' | 'warning'; line: Line }
  | { kind: 'button'; label: string; href: string };

/** How much the reader should sit up: the colour of the stripe above the words that say the same. */
export type Tone = 'calm' | 'good' | 'warning' | 'serious';

export interface Content {
  subject: string;
  /** What kind of mail this is, above the title. */
  kind: string;
  title: string;
  /** The sentence that mail programs show beside the subject. */
  preview: string;
  tone: Tone;
  blocks: readonly Block[];
}

/** A sentence with values in it: line`Attest by ${strong(day)}.` */
export function line(words: TemplateStringsArray, ...values: (Span | Line)[]): Line {
  return words.flatMap((word, index) => {
    const value = values[index];
    const spans: Line = value === undefined ? [] : Array.isArray(value) ? value : [value as Span];
    return word === '' ? spans : [word, ...spans];
  });
}

export const strong = (words: string): Span => ({ strong: words });
export const link = (words: string, href: string): Span => ({ link: words, href: addressOf(href) });
export const mailLink = (address: string): Span => link(address, `mailto:${address}`);

const asLine = (words: string | Line): Line => (typeof words === 'string' ? [words] : words);

export const paragraph = (words: string | Line): Block => ({ kind: 'paragraph', line: asLine(words) });
export const heading = (words: string): Block => ({ kind: 'heading', words });
export const list = (items: readonly ListItem[]): Block => ({ kind: 'list', items });
export const quote = (words: string, by: string): Block => ({ kind: 'quote', words, by });
export const button = (label: string, href: string): Block => ({ kind: 'button', label, href: addressOf(href) });
export const note = (words: string | Line, tone: 'calm' | 'warning' = 'calm'): Block => ({
  kind: 'note',
  tone,
  line: asLine(words),
});

/** A table of facts; rows without a value are left out. */
export function facts(rows: readonly (readonly [label: string, value: string | Line | undefined])[]): Block {
  return {
    kind: 'facts',
    rows: rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value: asLine(value) }])),
  };
}
/** An item of a list: its name, and what there is to say of it. */
export const item = (title: string | Line, ...lines: (string | Line | undefined)[]): ListItem => ({
  title: asLine(title),
  lines: lines.filter((one) => one !== undefined).map(asLine),
});
