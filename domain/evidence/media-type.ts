/** What a file may be, each with the ending of a name that lacks one. */
export const evidenceMediaTypes = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'text/plain': 'txt',
} as const;
export type EvidenceMediaType = keyof typeof evidenceMediaTypes;

const signatures: readonly { mediaType: EvidenceMediaType; bytes: readonly number[] }[] = [
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

/**
 * What a file is by its content, whatever it is called. Text is UTF-8 without control characters; JSON is told from
 * other text only when it is asked for. Null when it is none of the types.
 */
export function sniffedMediaType(content: Uint8Array, claimed: string): EvidenceMediaType | null {
  const known = signatures.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte));
  if (known) return known.mediaType;
  const words = asText(content);
  if (words === null) return null;
  return claimed === 'application/json' && isJson(words) ? 'application/json' : 'text/plain';
}

/** True when the content is what it is said to be. */
export function isMediaType(content: Uint8Array, claimed: string): claimed is EvidenceMediaType {
  return Object.hasOwn(evidenceMediaTypes, claimed) && sniffedMediaType(content, claimed) === claimed;
}

function asText(content: Uint8Array): string | null {
  try {
    const words = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return /\p{Cc}/u.test(words.replace(/[\t\n\v\f\r]/g, '')) ? null : words;
  } catch {
    return null;
  }
}

function isJson(words: string): boolean {
  try {
    JSON.parse(words);
    return true;
  } catch {
    return false;
  }
}
