import type { Answer } from './answer';
import type { MiddlewareOptions } from './express';
import { refusalOf } from './refusal';
import type { Verifier } from './verifier';

/**
 * For everything that turns a Request into a Response (Hono, Bun, Deno, Workers, Next). The handler is called for a working key
 * only, and is told whose it is; the rest of its arguments are passed on as they came.
 */
export function fetchVerifier<Rest extends unknown[]>(
  verifier: Verifier,
  handler: (request: Request, answer: Answer, ...rest: Rest) => Response | Promise<Response>,
  { header = 'X-SDK-Key' }: MiddlewareOptions = {},
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const key = request.headers.get(header)?.trim() ?? '';
    const answer = key === '' ? null : await verifier.verify(key);
    if (answer?.valid) return handler(request, answer, ...rest);
    const { status, headers, body } = refusalOf(answer, header);
    return new Response(JSON.stringify(body), { status, headers });
  };
}
