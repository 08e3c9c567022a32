import { Router } from 'express';
import { z } from 'zod';
import { type AnswerSpec, type AnyOperation, isFileBody, isSchemaAnswer } from '../../api/operation';
import { errorCodes } from '../../domain/errors';
import type { ServerDeps } from '../deps';
import { errorsOf, openApiOf, whoMay } from '../openapi';
import { isProblemCode, problemKinds } from '../problems';
import { exampleOf, type JsonSchema } from './example';
import { type Html, html } from './html';
import { sendPage } from './layout';

/** The API for people to read at /docs, and for machines at /openapi.json. Made from the operations, each when it is first asked for. */
export function docsPages({ settings }: ServerDeps, operations: readonly AnyOperation[]): Router {
  const router = Router();
  let document: string | undefined;
  let main: Html | undefined;
  router.get('/openapi.json', (_request, response) => {
    document ??= JSON.stringify(openApiOf(operations, settings.publicUrl), null, 2);
    response.type('json').send(document);
  });
  router.get('/docs', (_request, response) => {
    main ??= everyOperation(operations, settings.publicUrl);
    sendPage(response, { title: 'API', main, language: 'en', width: 'wide' });
  });
  return router;
}

function everyOperation(operations: readonly AnyOperation[], publicUrl: string): Html {
  return html`<p>Machines read <a href="/openapi.json">/openapi.json</a>. Below, every operation with an example; open one to see it.</p>
${introduction(publicUrl)}
${[...new Set(operations.map(({ tag }) => tag))].map(
  (tag) =>
    html`<h2>${tag}</h2>${operations.filter((operation) => operation.tag === tag).map((operation) => section(operation, publicUrl))}`,
)}
${problems()}`;
}

function introduction(publicUrl: string): Html {
  return html`<h2>To begin with</h2>
<p>Scripts of a person: ask for a link, take its token from the mail, and trade it for a session token.</p>
<pre>curl ${publicUrl}/v1/sign-in-links --json '{"email":"you@example.com"}'
curl ${publicUrl}/v1/sessions --json '{"token":"…"}'
curl ${publicUrl}/v1/session -H "Authorization: Bearer $SESSION_TOKEN"</pre>
<p>Backends of the vendor send an API token as <code>Authorization: Bearer avow_token_…</code>. Browsers send their cookie, and with every change the <code>csrfToken</code> of <code>GET /v1/session</code> as <code>X-CSRF-Token</code>.</p>
<p>Send an <code>Idempotency-Key</code> (a new UUID) with a POST: when the answer is lost, the same request with the same key gets the same answer and nothing happens twice. Lists give <code>nextCursor</code>; pass it as <code>cursor</code>. Refusals are problems (RFC 9457): branch on <code>code</code>.</p>`;
}

function section(operation: AnyOperation, publicUrl: string): Html {
  const query = Object.entries(operation.query ?? {});
  const answers = Object.entries(operation.responses as Record<string, AnswerSpec>);
  return html`<details id="${operation.id}"><summary><h3><span class="method">${operation.method}</span> <code>${operation.path}</code> ${operation.summary}</h3></summary>
${operation.description && html`<p>${operation.description}</p>`}<p>${whoMay(operation)}</p>
<pre>${curlOf(operation, publicUrl)}</pre>
${query.length > 0 && html`<table><tr><th>query</th><th>value</th></tr>${query.map(([name, schema]) => html`<tr><td><code>${name}</code></td><td>${describeField(schema)}</td></tr>`)}</table>`}
${answers.map(([status, spec]) => html`<p>Answers ${status}${isSchemaAnswer(spec) ? ':' : ' without JSON.'}</p>${isSchemaAnswer(spec) && html`<pre>${JSON.stringify(exampleOf(schemaOf(spec, 'output')), null, 2)}</pre>`}`)}
<p>Refuses with ${errorsOf(operation).map((code, index) => html`${index > 0 && ', '}<a href="#problem-${code}"><code>${code}</code></a>`)}.</p></details>`;
}

function problems(): Html {
  return html`<h2>Problems</h2><table><tr><th>code</th><th>status</th><th>what it is</th></tr>
${errorCodes.filter(isProblemCode).map((code) => html`<tr id="problem-${code}"><td><code>${code}</code></td><td>${problemKinds[code].status}</td><td>${problemKinds[code].title}</td></tr>`)}</table>`;
}

function curlOf({ method, path, params, body, access }: AnyOperation, publicUrl: string): string {
  const address = path.replace(/\{(\w+)\}/g, (_match, name: string) =>
    String(exampleOf(schemaOf(params?.[name] ?? z.string(), 'input'))),
  );
  const lines = [`curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} '${publicUrl}${address}'`];
  if (!access.public) lines.push('-H "Authorization: Bearer $TOKEN"');
  if (method === 'post') lines.push('-H "Idempotency-Key: $(uuidgen)"');
  if (isFileBody(body)) lines.push(`-H 'Content-Type: ${body.mediaTypes[0]}' --data-binary @file`);
  else if (body) lines.push(`--json '${JSON.stringify(exampleOf(schemaOf(body, 'input')))}'`);
  return lines.join(' \\\n  ');
}

function describeField(schema: z.ZodType): string {
  const { description, enum: choices, default: byDefault, type } = schemaOf(schema, 'input');
  return [
    choices ? choices.join(' | ') : type,
    byDefault !== undefined && `default ${JSON.stringify(byDefault)}`,
    description,
  ]
    .filter(Boolean)
    .join('; ');
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
}
