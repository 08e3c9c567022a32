import type { AnyOperation } from '../../api/operation';
import { getSession } from '../../api/sessions';
import type { AnswerOf, ArgumentsOf, Circumstances } from './asked';
import { isProblem, problemOf, unreachable } from './problem';

interface AnyArguments {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: unknown;
}

/** What a browser sends back with every change; the session tells it. */
let csrfToken: string | null = null;

/**
 * Asks the API for one thing. Throws a `Problem`: a refusal, or that nothing was reached.
 * A change that was refused for an old X-CSRF-Token (signed in anew in another tab) is tried once more.
 */
export async function call<Op extends AnyOperation>(
  operation: Op,
  given: ArgumentsOf<Op> & Circumstances,
): Promise<AnswerOf<Op>> {
  const idempotencyKey = given.idempotencyKey ?? crypto.randomUUID();
  const circumstances = { ...(given as AnyArguments & Circumstances), idempotencyKey };
  try {
    return (await send(operation, circumstances)) as AnswerOf<Op>;
  } catch (fault) {
    if (!isProblem(fault) || fault.code !== 'access.csrf') throw fault;
    csrfToken = null;
    return (await send(operation, circumstances)) as AnswerOf<Op>;
  }
}

/** The address of an operation, for links and downloads. */
export function addressOf<Op extends AnyOperation>(operation: Op, given: ArgumentsOf<Op>): string {
  const { params = {}, query = {} } = given as AnyArguments;
  const path = operation.path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The headers a change needs beside its own. */
export async function changeHeaders(operation: AnyOperation, idempotencyKey: string): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  if (operation.method === 'get') return headers;
  if (operation.method === 'post' && !operation.isRepeatable) headers['Idempotency-Key'] = idempotencyKey;
  if (operation.access.public) return headers;
  csrfToken ??= (await call(getSession, {})).csrfToken;
  return { ...headers, 'X-CSRF-Token': csrfToken };
}

async function send(operation: AnyOperation, given: AnyArguments & Circumstances & { idempotencyKey: string }) {
  const { body, signal, headers, idempotencyKey } = given;
  const isFile = body instanceof Blob;
  const response = await fetch(addressOf(operation, given as never), {
    method: operation.method.toUpperCase(),
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': isFile ? body.type : 'application/json' }),
      ...(body instanceof File ? { 'Content-Disposition': dispositionOf(body) } : {}),
      ...(await changeHeaders(operation, idempotencyKey)),
      ...headers,
    },
    body: body === undefined ? undefined : isFile ? body : JSON.stringify(body),
    signal,
  }).catch((fault: unknown) => {
    if (isProblem(fault) || signal?.aborted) throw fault;
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  const mediaType = response.headers.get('Content-Type') ?? '';
  if (response.status === 204 || response.status === 202) return undefined;
  if (!mediaType.startsWith('application/json')) return response.blob();
  const view: unknown = await response.json();
  if (operation.id === getSession.id) csrfToken = (view as { csrfToken: string }).csrfToken;
  return view;
}

/** The name of a file, as a header can carry it. */
export function dispositionOf(file: File): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
}
