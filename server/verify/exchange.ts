import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { problemMediaType } from '../../api/problem';
import { AvowError } from '../../domain/errors';
import { problemOf, refusalOf } from '../problems';

/** One operation of the hot path, on plain node:http. */
export type Exchange = (
  request: IncomingMessage,
  response: ServerResponse,
  query: string | null,
) => void | Promise<void>;

/** Headers of every answer that must not be kept. */
export const neverStored = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const;

/** In the form that node:http passes on as it is; the length is filled in for each. */
const jsonHead = ['Content-Type', 'application/json; charset=utf-8', 'Content-Length', ''].concat(
  ...Object.entries(neverStored),
);
const lengthAt = 3;

/** Sends a JSON text in which each character is a byte of it in UTF-8. One write: the head goes out with the body. */
export function sendJsonBytes(response: ServerResponse, bytes: string): void {
  jsonHead[lengthAt] = String(bytes.length);
  response.writeHead(200, jsonHead);
  response.end(bytes, 'latin1');
}

/** Sends a JSON text. */
export function sendJson(response: ServerResponse, text: string): void {
  sendJsonBytes(response, Buffer.from(text).toString('latin1'));
}

/** Runs an operation for these methods; whatever it throws becomes a problem, and nothing stays open. */
export function guarded(
  methods: readonly string[],
  exchange: Exchange,
  { publicUrl, logger }: { publicUrl: string; logger: Logger },
): Exchange {
  const refuse = (request: IncomingMessage, response: ServerResponse, fault: unknown) => {
    const refusal = refusalOf(fault);
    const requestId = randomUUID();
    if (refusal.code === 'internal') logger.error({ err: fault, requestId }, 'request failed');
    if (response.headersSent || response.destroyed) return void response.destroy();
    const { status, headers, body } = problemOf(refusal, publicUrl, requestId);
    response.writeHead(status, {
      ...headers,
      ...neverStored,
      'X-Request-Id': requestId,
      'Content-Type': `${problemMediaType}; charset=utf-8`,
      'Content-Length': Buffer.byteLength(body),
      // Nobody waits for the end of a body that is not read.
      ...(!request.complete && hasLongBody(request) && { Connection: 'close' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  return (request, response, query) => {
    try {
      if (!methods.includes(request.method ?? '')) {
        const allow = methods.join(', ');
        throw new AvowError('method.not-allowed', `${request.method} does nothing here. Use ${allow}.`, [], { allow });
      }
      const done = exchange(request, response, query);
      if (done instanceof Promise) done.catch((fault: unknown) => refuse(request, response, fault));
    } catch (fault) {
      refuse(request, response, fault);
    }
  };
}

function hasLongBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 1_048_576;
}

/** Throws request.invalid for any query parameter that is not named: a misspelt one must not be passed over, and a key must not lie in an address. */
export function refuseQuery(query: string | null, known: readonly string[] = []): URLSearchParams {
  const given = new URLSearchParams(query ?? '');
  const faults = [...new Set(given.keys())]
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: `/query/${name.slice(0, 100)}`, message: 'is not known here' }));
  if (faults.length > 0)
    throw new AvowError('request.invalid', `Correct ${faults[0]?.path}: ${faults[0]?.message}.`, faults.slice(0, 50));
  return given;
}
