/** Control characters, line separators, and invisible marks that turn text around or hide in it; the joiners of emoji and scripts stay. */
const unprintable = /(?:[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf})+/gu;

/**
 * Words of a person as one line of printable text: breaks and control characters become one space. At most `longest` characters, so
 * that nobody writes the mail instead of us. Escaping for HTML is the layout's.
 */
export function oneLine(words: string, longest = 2000): string {
  const line = words.replace(unprintable, ' ').replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** A name that a person typed: one short line in which no mail program finds an address to make clickable. */
export function nameOf(name: string): string {
  return oneLine(name, 120).replace(/:\/\//g, ': //');
}

/** An address fit for an `href` and for plain text. Throws a RangeError on anything but http, https and mailto. */
export function addressOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) {
    throw new RangeError(`a link in a mail is an http, https or mailto address, not ${JSON.stringify(address)}`);
  }
  return /^[\x21-\x7e]+$/.test(address) ? address : url.href;
}
