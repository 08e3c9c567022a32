const longestUrl = 2048;
const privateSuffixes = ['localhost', 'local', 'internal', 'lan', 'home', 'onion'];

/**
 * True for an address that anybody can open: https on its own port, a host name with a dot, no name or password in it.
 * A reading aid for people only: whoever fetches it guards against internal addresses on its own.
 */
export function isPublicHttpsUrl(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > longestUrl || !/^https:\/\/[^\s\\]+$/i.test(value)) return false;
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return false;
  }
  const labels = url.hostname.replace(/\.$/, '').split('.');
  const last = labels.at(-1) ?? '';
  const isAddress = url.hostname.startsWith('[') || /^\d+$/.test(last);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    labels.length > 1 &&
    !isAddress &&
    !privateSuffixes.includes(last)
  );
}
