import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { ServerDeps } from './deps';

const secretHeaders = ['authorization', 'cookie', 'x-sdk-key', 'x-csrf-token', 'idempotency-key'];

/**
 * One line a request: method, path, status, time. Never a query string (a sign-in link is one) and never headers;
 * should headers reach a log line all the same, those that carry secrets are removed.
 */
export function logRequests({ logger }: ServerDeps): RequestHandler {
  return pinoHttp({
    logger: logger.child(
      {},
      {
        redact: {
          paths: secretHeaders.flatMap((name) => [`req.headers["${name}"]`, `headers["${name}"]`]),
          remove: true,
        },
      },
    ),
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    wrapSerializers: false,
    serializers: {
      req: (request: { id: unknown; method?: string; url?: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url?.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (fault: { message?: string; stack?: string; code?: unknown }) => ({
        message: fault.message,
        code: fault.code,
        stack: fault.stack,
      }),
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
  }) as RequestHandler;
}

/** The id that `logRequests` gave the request, for the log and for the caller to quote. */
export function requestIdOf(request: { id: unknown }): string {
  return typeof request.id === 'string' ? request.id : '';
}
