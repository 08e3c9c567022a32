import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { type AnswerSpec, type AnyOperation, isFileBody, isSchemaAnswer } from '../api/operation';
import { problem, problemMediaType } from '../api/problem';
import { delegatedOperations } from '../domain/permissions';
import { isProblemCode, type ProblemCode, problemKinds } from './problems';

const binary = { type: 'string', format: 'binary' } as const;

/** The OpenAPI 3.1 document of these operations: made from the same schemas that check requests and answers. */
export function openApiOf(operations: readonly AnyOperation[], publicUrl: string): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Avow',
      version: '1',
      description:
        'Attestations of the obligations that come with an SDK. Moments are ISO 8601 with offset, days are YYYY-MM-DD, durations are ISO 8601. Every refusal is a problem (RFC 9457) with a stable code.',
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-avow',
          description:
            'Set by the sign-in page (named avow on plain http). Changes also need X-CSRF-Token, from GET /v1/session.',
        },
        sessionToken: { type: 'http', scheme: 'bearer', description: 'The sessionToken of POST /v1/sessions.' },
        apiToken: { type: 'http', scheme: 'bearer', description: 'An API token of a vendor backend, avow_token_….' },
      },
    },
  });
}

/** Every code an operation can refuse with: its own, and those of its kind. */
export function errorsOf(operation: AnyOperation): ProblemCode[] {
  const { access, method, body, params, query } = operation;
  const isPersonal = access.developer !== undefined || access.staff !== undefined;
  return [
    ...new Set<ProblemCode>([
      ...operation.errors.filter(isProblemCode),
      'request.invalid',
      ...(access.public ? [] : (['access.unauthenticated', 'access.forbidden', 'access.scope-missing'] as const)),
      ...(delegatedOperations[operation.id] ? (['delegation.scope-missing'] as const) : []),
      ...(isPersonal && method !== 'get' ? (['access.csrf'] as const) : []),
      ...(params && Object.keys(params).length > 0 ? (['resource.not-found'] as const) : []),
      ...(query && 'cursor' in query ? (['cursor.invalid'] as const) : []),
      ...(body && !isFileBody(body)
        ? (['request.malformed', 'request.too-large', 'request.unsupported-media'] as const)
        : []),
      ...(isFileBody(body) ? (['evidence.type-refused', 'evidence.too-large'] as const) : []),
      ...(method === 'post' && !operation.isRepeatable
        ? (['request.idempotency-mismatch', 'request.in-progress'] as const)
        : []),
      'request.rate-limited',
      'database.unavailable',
      'internal',
    ]),
  ];
}

function describe(operation: AnyOperation): ZodOpenApiOperationObject {
  const { id, summary, tag, access, body, method } = operation;
  return {
    operationId: id,
    summary,
    description: [operation.description, whoMay(operation)].filter(Boolean).join('\n\n'),
    tags: [tag],
    security: [
      ...(access.public ? [{}] : []),
      ...(access.developer || access.staff ? [{ session: [] }, { sessionToken: [] }] : []),
      ...(access.token ? [{ apiToken: [] }] : []),
    ],
    requestParams: {
      ...(operation.params ? { path: z.object(operation.params) } : {}),
      ...(operation.query ? { query: z.object(operation.query) } : {}),
      ...(method === 'post' && !operation.isRepeatable
        ? { header: z.object({ 'Idempotency-Key': idempotencyKey }) }
        : {}),
    },
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: isFileBody(body) || !body.safeParse(undefined).success,
            content: isFileBody(body)
              ? Object.fromEntries(body.mediaTypes.map((type) => [type, { schema: binary }]))
              : { 'application/json': { schema: body } },
          },
        }),
    responses: { ...answersOf(operation), ...refusalsOf(operation) },
  } as ZodOpenApiOperationObject;
}

const idempotencyKey = z.string().min(16).max(255).optional().meta({
  description:
    'A new UUID for each thing to be done: a repetition with the same key within 24 hours gets the first answer.',
});

/** Who may call an operation, in one sentence. */
export function whoMay({ id, access }: AnyOperation): string {
  if (access.public) return 'Open to anybody.';
  const who = [
    ...(access.developer?.length ? [`the developer's ${access.developer.join(' or ')}`] : []),
    ...(delegatedOperations[id] ? [`a delegate with the scope ${delegatedOperations[id].join(' or ')}`] : []),
    ...(access.staff?.length ? [`the vendor's ${access.staff.join(', ')}`] : []),
    ...(access.token?.length ? [`API tokens with ${access.token.join(' or ')}`] : []),
  ];
  return `For ${who.join('; ')}.`;
}

function answersOf(operation: AnyOperation): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(operation.responses as Record<string, AnswerSpec>).map(([status, spec]) => {
      if (isSchemaAnswer(spec))
        return [status, { description: 'Done.', content: { 'application/json': { schema: spec } } }];
      if (spec.kind === 'no-answer') return [status, { description: 'Done. No body.' }];
      return [
        status,
        {
          description: 'The file.',
          content: Object.fromEntries(spec.mediaTypes.map((type) => [type, { schema: binary }])),
        },
      ];
    }),
  );
}

function refusalsOf(operation: AnyOperation): Record<string, unknown> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of errorsOf(operation)) {
    const { status } = problemKinds[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      { description: `Refused: ${codes.join(', ')}`, content: { [problemMediaType]: { schema: problem } } },
    ]),
  );
}
