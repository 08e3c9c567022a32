const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Elements whose content nobody reads. */
const silentElements = ['script', 'style', 'template', 'noscript'];

/** The text that a person sees in an HTML page, near enough to look for words in. Takes time in proportion to the page, whatever the page. */
export function visibleText(html: string): string {
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const parts: string[] = [];
  let from = 0;
  while (from < html.length) {
    const open = html.indexOf('<', from);
    if (open < 0) {
      parts.push(html.slice(from));
      break;
    }
    parts.push(html.slice(from, open));
    const end = endOfMarkup(lower, open);
    if (end < 0) break;
    parts.push(' ');
    from = end;
  }
  return parts.join('').replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, decoded);
}

/** Words as they are compared: letter case, width, white space and the shape of quotation marks do not count. */
export function comparable(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[“”„«»「」『』]/g, '"')
    .replace(/[‘’]/g, "'");
}

/** Whether a page's text has these words somewhere. Words that come to nothing are in no page. */
export function mentions(pageText: string, words: string): boolean {
  const sought = comparable(words);
  return sought !== '' && comparable(pageText).includes(sought);
}

/** Where the tag, comment or silent element that opens here ends; −1 when it never does. */
function endOfMarkup(lower: string, open: number): number {
  if (lower.startsWith('<!--', open)) return past('-->', lower, open + 4);
  for (const element of silentElements) {
    if (lower.startsWith(`<${element}`, open) && /[\s/>]/.test(lower[open + element.length + 1] ?? '>')) {
      const close = lower.indexOf(`</${element}`, open);
      return close < 0 ? -1 : past('>', lower, close);
    }
  }
  return past('>', lower, open);
}

function past(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return entities[name.toLowerCase()] ?? whole;
  const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
  return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
}
