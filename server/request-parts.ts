import express, { type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { type AnyOperation, type FileBody, isFileBody, type ReceivedFile } from '../api/operation';
import { AvowError, type FieldFault } from '../domain/errors';
import { notFound } from './problems';

const readJson = express.json({ limit: '256kb', type: ['application/json', 'application/*+json'] });

/** Answers and decisions lie five deep or so. */
const deepestBody = 32;

/** Path parameters by their schemas. What cannot be an identifier names nothing: 404. */
export function readParams(operation: AnyOperation, request: Request): Record<string, unknown> {
  const parsed = z.strictObject(operation.params ?? {}).safeParse({ ...request.params });
  if (!parsed.success) throw notFound();
  return parsed.data;
}

/** The query string by its schemas. Unknown parameters are refused, not ignored: a misspelt filter would answer everything. */
export function readQuery(operation: AnyOperation, request: Request): Record<string, unknown> {
  const given = { ...request.query };
  return checked(z.strictObject(operation.query ?? {}), given, '/query') as Record<string, unknown>;
}

/** Reads the body; only called once the caller has been let in. */
export async function readBody(operation: AnyOperation, request: Request, response: Response): Promise<unknown> {
  const { body } = operation;
  if (isFileBody(body)) return readFile(body, request, response);
  if (hasBody(request) && !request.is(['application/json', 'application/*+json'])) {
    throw new AvowError('request.unsupported-media', 'Send the body as JSON, with Content-Type: application/json.');
  }
  await run(readJson, request, response);
  refuseDepth(request.body);
  if (body !== undefined) return checked(body, request.body, '');
  const isEmpty =
    request.body === undefined ||
    (typeof request.body === 'object' && request.body !== null && Object.keys(request.body).length === 0);
  if (!isEmpty)
    throw new AvowError('request.invalid', 'This operation takes no body. Leave it out.', [
      { path: '', message: 'no body is expected' },
    ]);
  return undefined;
}

async function readFile(body: FileBody, request: Request, response: Response): Promise<ReceivedFile> {
  const mediaType = request.is([...body.mediaTypes]);
  if (!mediaType)
    throw new AvowError(
      'evidence.type-refused',
      `Send one of ${body.mediaTypes.join(', ')}, and say which in Content-Type.`,
    );
  try {
    await run(express.raw({ limit: body.maxBytes, type: () => true }), request, response);
  } catch (fault) {
    if ((fault as { type?: unknown }).type !== 'entity.too.large') throw fault;
    throw new AvowError('evidence.too-large', `A file has at most ${body.maxBytes.toLocaleString('en')} bytes.`);
  }
  if (!(request.body instanceof Uint8Array) || request.body.length === 0)
    throw new AvowError('request.invalid', 'Send the file as the body.', [{ path: '', message: 'the file is empty' }]);
  return { mediaType, name: fileName(request.get('content-disposition')), content: request.body };
}

function fileName(disposition: string | undefined): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
  let name = plain ?? '';
  try {
    name = encoded === undefined ? name : decodeURIComponent(encoded);
  } catch {
    // An encoding that cannot be read: the plain name stands.
  }
  name = name
    .replace(/^.*[/\\]/, '')
    // Characters that are not seen, too: one of them turns the order of letters around, so that an exe looks like a png.
    .replace(/\p{Cc}|\p{Cf}|\p{Surrogate}|[\u2028\u2029]/gu, '')
    .trim()
    .slice(0, 200);
  return name === '' ? null : name;
}

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/** What a schema makes of what was given. Throws request.invalid with the fields at fault; `prefix` is where they lie. */
export function checked(schema: z.ZodType, given: unknown, prefix: string): unknown {
  const parsed = schema.safeParse(given);
  const faults = parsed.success
    ? unstorable(given, prefix)
    : parsed.error.issues.flatMap((issue) => faultsOf(issue, prefix));
  if (faults.length > 0) throw new AvowError('request.invalid', sentence(faults), faults.slice(0, 50));
  return parsed.data;
}

function faultsOf(issue: z.core.$ZodIssue, prefix: string): FieldFault[] {
  const path = prefix + issue.path.map((part) => `/${pointer(String(part))}`).join('');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: `${path}/${pointer(key)}`, message: 'is not known here' }));
  return [{ path, message: issue.message }];
}

function sentence(faults: readonly FieldFault[]): string {
  const first = faults[0];
  const where = first?.path === '' ? 'the body' : first?.path;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more, see errors)` : '';
  return `Correct ${where}: ${first?.message}${more}.`;
}

/** Before anything walks through a body by calling itself. Throws request.invalid. */
function refuseDepth(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestBody) {
      const message = `lists and objects lie at most ${deepestBody} deep in each other`;
      throw new AvowError('request.invalid', `Correct the body: ${message}.`, [{ path: '', message }]);
    }
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
}

/** NUL and lone surrogates are JSON but no text that PostgreSQL can hold. */
function unstorable(value: unknown, path: string): FieldFault[] {
  if (typeof value === 'string')
    return /\0|\p{Surrogate}/u.test(value) ? [{ path, message: 'contains a character that is not text' }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    /\0|\p{Surrogate}/u.test(key)
      ? [{ path, message: 'has a name that is not text' }]
      : unstorable(item, `${path}/${pointer(key)}`),
  );
}

function pointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100);
}

function run(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void middleware(request, response, (fault?: unknown) => (fault ? reject(fault) : resolve()));
  });
}
