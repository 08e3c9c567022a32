import { AvowError, codeOf } from '../../domain/errors';
import { type Exchange, neverStored } from './exchange';
import type { VerifierParts } from './verifier';
import { languageOf } from './verify';

/**
 * GET /v1/verify/gateway: the same answer as a status and headers, for proxies that ask before they pass a request on. 204 lets it
 * through; 401 for no key or one that is not known; 403 for a known key that does not work. The query is the proxied request's, and not read.
 */
export function createGateway(parts: VerifierParts): Exchange {
  const { clock, callers, answers, usage, checks, follower } = parts;
  return (request, response) => {
    const now = clock.now();
    callers.admit(request, now, 1);
    const key = request.headers['x-sdk-key'];
    const entry = typeof key === 'string' && key !== '' ? answers.find(key) : -1;
    if (entry >= 0) usage.count(entry);
    const { verdict, reason, fixUrl } = answers.tell(entry, now, languageOf(request));
    checks.count(verdict.code);
    const { keys, apps } = follower.knowledge;
    const app = entry < 0 ? -1 : keys.app(entry);
    response.writeHead(verdict.isValid ? 204 : entry < 0 ? 401 : 403, {
      ...neverStored,
      'X-Avow-Code': verdict.code,
      ...(app >= 0 && { 'X-Avow-App': apps.id(app), 'X-Avow-Developer': apps.developerId(app) }),
      ...(reason !== null && { 'X-Avow-Reason': encodeURIComponent(reason) }),
      ...(fixUrl !== '' && { 'X-Avow-Fix-Url': encodeURI(fixUrl) }),
      'X-Avow-As-Of': answers.asOf(),
      'X-Avow-Stale': String(answers.isStale(now)),
      ...(!verdict.isValid && { 'Content-Length': 0 }),
    });
    response.end();
  };
}

/**
 * To a proxy, 401 and 403 mean that the *client's* key is refused. When the gateway's own token is, it must not look like that: the proxy
 * takes any other status for a fault of its own, and applies what its operator chose for that.
 */
export function asGatewayFault(exchange: Exchange): Exchange {
  return (request, response, query) => {
    try {
      return exchange(request, response, query);
    } catch (fault) {
      if (codeOf(fault)?.startsWith('access.') !== true) throw fault;
      throw new AvowError('gateway.token-refused', (fault as Error).message);
    }
  };
}
