/** Where a plain http address is still this machine. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True when browsers reach this server over TLS. Throws for plain http on anything but this machine: the session would be readable on the way. */
export function isSecure(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'https:') return true;
  if (protocol === 'http:' && (loopback.has(hostname) || hostname.endsWith('.localhost'))) return false;
  throw new TypeError(`publicUrl must be https, or http on this machine: ${publicUrl}`);
}

/** `__Host-avow`, which no other host or path can set; without TLS browsers refuse that name, so there it is `avow`. */
export function cookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-avow' : 'avow';
}

/** Beside it, until the mailed link is followed: which page was wanted, in which language. */
export function wayCookieName(publicUrl: string): string {
  return `${cookieName(publicUrl)}-way`;
}

/** The Set-Cookie value that starts a session in a browser. */
export function sessionCookie(publicUrl: string, secret: string, maxAgeSeconds: number): string {
  return cookie(publicUrl, cookieName(publicUrl), secret, maxAgeSeconds);
}

/** The Set-Cookie value that remembers a way (`wayOf`) as long as a link works; an empty one forgets it. */
export function wayCookie(publicUrl: string, way: string, maxAgeSeconds: number): string {
  return cookie(publicUrl, wayCookieName(publicUrl), way, way === '' ? 0 : maxAgeSeconds);
}

/** The Set-Cookie value that ends it. */
export function endedCookie(publicUrl: string): string {
  return sessionCookie(publicUrl, '', 0);
}

function cookie(publicUrl: string, name: string, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${isSecure(publicUrl) ? '; Secure' : ''}`;
}
