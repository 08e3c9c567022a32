import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer';
import { refusalOf } from './refusal';
import type { Verifier } from './verifier';

export interface MiddlewareOptions {
  /** Where the key is. `X-SDK-Key` unless told. */
  header?: string;
}

/** A request that was let through knows whose it is. */
export type WithAvow<Request> = Request & { avow?: Answer };

/**
 * For Express, Connect and everything of their form. Lets a request with a working key through, with the answer in `request.avow`;
 * refuses all others with a problem document.
 */
export function expressVerifier(verifier: Verifier, { header = 'X-SDK-Key' }: MiddlewareOptions = {}) {
  const name = header.toLowerCase();
  return (request: WithAvow<IncomingMessage>, response: ServerResponse, next: (fault?: unknown) => void): void => {
    const sent = request.headers[name];
    const key = (Array.isArray(sent) ? '' : (sent ?? '')).trim();
    const settle = (answer: Answer | null) => {
      if (answer?.valid) {
        request.avow = answer;
        return next();
      }
      const { status, headers, body } = refusalOf(answer, header);
      response.writeHead(status, headers).end(JSON.stringify(body));
    };
    if (key === '') settle(null);
    else void verifier.verify(key).then(settle);
  };
}
