import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { type AnswerSpec, type AnyOperation, type FileView, isSchemaAnswer } from '../api/operation';
import { developerExists } from '../db/workspace/people';
import { type DeveloperId, type Id, idFrom } from '../domain/ids';
import { admit, reach } from './admission';
import { type Caller, callerOf } from './caller';
import type { ServerDeps } from './deps';
import { idempotencyKeyOf, onceOnly } from './idempotent';
import { addressKey, type Limits } from './limits';
import { notFound } from './problems';
import { requestIdOf } from './request-log';
import { readBody, readParams, readQuery } from './request-parts';
import type { Answer, Call, Route } from './route';
import { refuseForgery } from './same-origin';

/** The path of a request from caller to answer: who, how often, may they, what, and only then the handler. */
export function serve({ operation, handler }: Route, deps: ServerDeps, limits: Limits): RequestHandler {
  return async (request, response) => {
    const caller = await identify(operation, request, response, deps, limits);
    const developerId = typeof request.params.developerId === 'string' ? request.params.developerId : undefined;
    const admission = admit(operation, caller, developerId);
    if (caller.kind === 'person') refuseForgery(request, caller, deps.settings.publicUrl);
    const params = readParams(operation, request);
    if (
      developerId !== undefined &&
      admission.as !== 'developer' &&
      !(await developerExists(deps.db, developerId as DeveloperId))
    )
      throw notFound('developer');
    const query = readQuery(operation, request);
    const body = await readBody(operation, request, response);

    const name = callerName(caller, request);
    const key = operation.method === 'post' ? idempotencyKeyOf(request) : null;
    const seed = key === null ? randomUUID() : `${name}\n${key}\n${operation.id}`;
    let made = 0;
    const newId = <Prefix extends string>(prefix: Prefix): Id<Prefix> => {
      made += 1;
      return idFrom(prefix, createHash('sha256').update(`${seed}\n${made}`).digest());
    };
    const call: Call<AnyOperation> = {
      params,
      query,
      body: body,
      caller: caller as never,
      ...admission,
      reach: (other) => reach(operation, caller, other),
      deps,
      now: deps.clock.now(),
      eventId: idFrom('evt', createHash('sha256').update(`${seed}\nevent`).digest()),
      newId,
      spend: limits.spend,
      requestId: requestIdOf(request),
      address: request.ip ?? '',
      header: (header) => request.get(header) ?? null,
    };
    const work = async (): Promise<Answer<unknown>> => asAnswer(operation, await handler(call as never));
    const done =
      key === null ? await work() : await onceOnly({ deps, operation, request, body, caller: name, key }, work);
    await send(operation, done, response, deps);
  };
}

async function identify(
  operation: AnyOperation,
  request: Request,
  response: Response,
  deps: ServerDeps,
  limits: Limits,
): Promise<Caller> {
  const fromAddress = addressKey(request.ip ?? '');
  if (operation.access.public) {
    await count(limits, fromAddress, request, response);
    return { kind: 'public' };
  }
  try {
    const caller = await callerOf(request, deps);
    await count(limits, callerName(caller, request), request, response);
    return caller;
  } catch (fault) {
    // Guessing credentials is counted too, for the address it comes from.
    if ((fault as { code?: unknown }).code === 'access.unauthenticated')
      await count(limits, fromAddress, request, response);
    throw fault;
  }
}

function count(limits: Limits, key: string, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void limits.perCaller(key)(request, response, (fault?: unknown) => (fault ? reject(fault) : resolve()));
  });
}

function callerName(caller: Caller, request: Request): string {
  if (caller.kind === 'person') return caller.personId;
  return caller.kind === 'token' ? caller.tokenId : addressKey(request.ip ?? '');
}

function asAnswer(operation: AnyOperation, result: unknown): Answer<unknown> {
  if (typeof result === 'object' && result !== null && (result as { kind?: unknown }).kind === 'answer')
    return result as Answer<unknown>;
  return { kind: 'answer', status: Number(Object.keys(operation.responses)[0]), view: result, headers: {} };
}

async function send(
  operation: AnyOperation,
  { status, view, headers }: Answer<unknown>,
  response: Response,
  deps: ServerDeps,
): Promise<void> {
  const spec = (operation.responses as Readonly<Record<number, AnswerSpec>>)[status];
  if (spec === undefined) throw new TypeError(`${operation.id} does not answer ${status}`);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.status(status);
  if (isSchemaAnswer(spec)) {
    if (deps.settings.checksAnswers) spec.parse(view);
    response.json(view);
  } else if (spec.kind === 'file-answer') {
    const file = view as FileView;
    response.setHeader('Content-Type', file.mediaType);
    if (file.name !== undefined) response.attachment(file.name).setHeader('Content-Type', file.mediaType);
    const { content } = file;
    if (typeof content === 'string') response.send(content);
    else if (content instanceof Uint8Array) response.send(Buffer.from(content));
    else await sendParts(content, response, deps.settings.slowReaderMs ?? 15_000);
  } else {
    response.end();
  }
}

/**
 * Sends what comes as it comes, and no faster than it is taken: what waits for a reader is never more than a buffer and a part. Who takes
 * nothing for `patienceMs` is gone, or too slow: they may come back. Whoever goes away in the middle needs no answer any more.
 */
async function sendParts(
  parts: AsyncIterable<string | Uint8Array>,
  response: Response,
  patienceMs: number,
): Promise<void> {
  let waitsSince: number | null = null;
  const watch = setInterval(() => {
    waitsSince = response.writableNeedDrain ? (waitsSince ?? performance.now()) : null;
    if (waitsSince !== null && performance.now() - waitsSince > patienceMs) response.destroy();
  }, 1_000);
  try {
    await pipeline(Readable.from(parts, { highWaterMark: 1 }), response);
  } catch (fault) {
    if ((fault as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw fault;
  } finally {
    clearInterval(watch);
  }
}
