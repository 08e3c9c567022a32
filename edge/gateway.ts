import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer';
import { refusalOf } from './refusal';
import type { Verifier } from './verifier';

const header = 'X-SDK-Key';

/**
 * The listener of a small process beside a gateway: answers nginx's `auth_request` and Caddy's `forward_auth` from memory, as Avow's
 * own /v1/verify/gateway does, and goes on while Avow is away. Listen on the loopback only: it asks for no token.
 * GET /ready says 204 when the keys are known, else 503.
 */
export function gatewayListener(verifier: Verifier): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (path === '/ready') return void response.writeHead(verifier.size > 0 ? 204 : 503).end();
    if (path !== '/v1/verify/gateway') return void response.writeHead(404).end();
    const sent = request.headers[header.toLowerCase()];
    const key = typeof sent === 'string' ? sent.trim() : '';
    if (key === '') return refuse(response, null);
    void verifier.verify(key).then((answer) => {
      if (answer.valid) response.writeHead(204, headersOf(answer)).end();
      else refuse(response, answer);
    });
  };
}

function refuse(response: ServerResponse, answer: Answer | null): void {
  const { status, headers, body } = refusalOf(answer, header);
  const told = answer === null ? {} : headersOf(answer);
  response.writeHead(status, { ...headers, ...told, 'x-avow-reason': encodeURIComponent(body.detail) });
  response.end(JSON.stringify(body));
}

function headersOf({ code, appId, developerId, stale, ageMs }: Answer): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'x-avow-code': code,
    ...(appId === null ? {} : { 'x-avow-app': appId }),
    ...(developerId === null ? {} : { 'x-avow-developer': developerId }),
    ...(Number.isFinite(ageMs) ? { 'x-avow-as-of': new Date(Date.now() - ageMs).toISOString() } : {}),
    'x-avow-stale': String(stale),
  };
}
