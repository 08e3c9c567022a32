import type { IncomingMessage } from 'node:http';

/** The headers that checks are made of. */
type Name = 'authorization' | 'x-sdk-key' | 'accept-language';

/** What `request.headers` has under this name, without making all of it: three are read of a dozen. */
export function headerOf(request: IncomingMessage, name: Name): string | undefined {
  const { rawHeaders } = request;
  let found: string | undefined;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at] ?? '';
    if (given.length !== name.length || given.toLowerCase() !== name) continue;
    // Of some, the first counts; others are joined: node:http knows.
    if (found !== undefined) return String(request.headers[name]);
    found = rawHeaders[at + 1];
  }
  return found;
}
