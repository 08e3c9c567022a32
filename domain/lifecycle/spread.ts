/**
 * A whole number from 0 to `buckets` − 1 that depends on the text alone: spreads a cohort over days, and draws samples, the same way
 * every time it is asked. FNV-1a, 32 bit (draft-eastlake-fnv), with a final avalanche so that near ids land far apart.
 */
export function spread(text: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % buckets;
}
