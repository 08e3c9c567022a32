import { createHash } from 'node:crypto';
import express from 'express';
import request from 'supertest';
import { z } from 'zod';
import { fileAnswer, fileBody, operation, signedIn } from '../../api/operation';
import { id } from '../../api/values';
import type { Database } from '../../db/database';
import type { DeveloperId } from '../../domain/ids';
import { createLimits } from '../../server/limits';
import { mount } from '../../server/mount';
import { answerProblems } from '../../server/problems';
import { logRequests } from '../../server/request-log';
import { answer, type Route, route } from '../../server/route';
import { testDatabase } from '../support/database';
import { type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let developerId: DeveloperId;
let session: { Authorization: string };

beforeAll(async () => {
  db = await testDatabase();
  server = testServer(db);
  developerId = await server.developer();
  session = await server.session(await server.contact(developerId, 'preparer'));
});

function serving(...routes: Route[]) {
  const app = express();
  app.use(logRequests(server.deps));
  mount(app, routes, server.deps, createLimits(server.deps.settings.rateLimits));
  app.use(answerProblems(server.deps));
  return request(app);
}

const base = { summary: 'Try', tag: 'Trial', errors: [] } as const;

const upload = route(
  operation({
    ...base,
    id: 'upload',
    method: 'post',
    path: '/v1/files',
    access: signedIn,
    body: fileBody(['image/png', 'application/pdf'], 300_000),
    responses: { 201: z.strictObject({ name: z.string().nullable(), mediaType: z.string(), sha256: z.string() }) },
  }),
  async ({ body }) => ({
    name: body.name,
    mediaType: body.mediaType,
    sha256: createHash('sha256').update(body.content).digest('hex'),
  }),
);

describe('a file as the body', () => {
  const send = (content: Buffer, type: string, name = '') =>
    serving(upload)
      .post('/v1/files')
      .set(session)
      .set('Content-Type', type)
      .set('Content-Disposition', name)
      .send(content);

  it('arrives whole, larger than JSON may be, with its name bare of folders', async () => {
    const content = Buffer.alloc(300_000, 7);
    const { body } = await send(content, 'image/png', 'attachment; filename="../../etc/consent.png"').expect(201);
    expect(body).toEqual({
      name: 'consent.png',
      mediaType: 'image/png',
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  });

  it('keeps a name in Chinese', async () => {
    const { body } = await send(
      Buffer.from('x'),
      'image/png',
      `attachment; filename*=UTF-8''${encodeURIComponent('同意书.png')}`,
    ).expect(201);
    expect(body.name).toBe('同意书.png');
  });

  it.each([
    ['one byte too many', Buffer.alloc(300_001), 'image/png', 413, 'evidence.too-large'],
    ['another type', Buffer.from('x'), 'text/html', 415, 'evidence.type-refused'],
    ['nothing', Buffer.alloc(0), 'image/png', 400, 'request.invalid'],
  ])('is refused with %s', async (_what, content, type, status, code) => {
    const { body, status: given } = await send(content, type);
    expect([given, body.code]).toEqual([status, code]);
  });

  it('is not even read for who may not send it', async () => {
    await serving(upload).post('/v1/files').set('Content-Type', 'image/png').send(Buffer.alloc(200_000)).expect(401);
  });

  it('is part of what an Idempotency-Key stands for', async () => {
    const key = 'a-key-of-sixteen-or-more';
    await send(Buffer.from('one'), 'image/png').set('Idempotency-Key', key).expect(201);
    await send(Buffer.from('two'), 'image/png').set('Idempotency-Key', key).expect(422);
  });
});

describe('an answer', () => {
  it('can be a file to download', async () => {
    const download = route(
      operation({
        ...base,
        id: 'download',
        method: 'get',
        path: '/v1/files',
        access: signedIn,
        responses: { 200: fileAnswer('text/plain') },
      }),
      async () => ({ mediaType: 'text/plain; charset=utf-8', name: '同意 "书".txt', content: Buffer.from('文') }),
    );
    const { text, headers } = await serving(download).get('/v1/files').set(session).expect(200);
    expect(text).toBe('文');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename=.*filename\*=UTF-8''/);
  });

  it('says its status and headers where there are several', async () => {
    const several = route(
      operation({
        ...base,
        id: 'several',
        method: 'post',
        path: '/v1/several',
        access: signedIn,
        responses: { 200: z.strictObject({ old: z.boolean() }), 201: z.strictObject({ old: z.boolean() }) },
      }),
      async () => answer(201, { old: false }, { Location: '/v1/several/1' }),
    );
    const { headers } = await serving(several).post('/v1/several').set(session).expect(201);
    expect(headers.location).toBe('/v1/several/1');
  });

  it('that does not fit its schema is a fault of ours, and is noticed', async () => {
    const wrong = route(
      operation({
        ...base,
        id: 'wrong',
        method: 'get',
        path: '/v1/wrong',
        access: signedIn,
        responses: { 200: z.strictObject({ a: z.string() }) },
      }),
      async () => ({ a: 'x', secret: 'y' }),
    );
    const { body, text } = await serving(wrong).get('/v1/wrong').set(session).expect(500);
    expect(body.code).toBe('internal');
    expect(text).not.toContain('secret');
  });
});

describe('a developer found by another id than the path has', () => {
  it('is checked by reach: 404 for a stranger, 403 in the wrong role, else let through', async () => {
    const find = (access: { developer: readonly ('signatory' | 'preparer')[] }) =>
      route(
        operation({
          ...base,
          id: 'find',
          method: 'get',
          path: '/v1/owners/{ownerId}',
          access,
          params: { ownerId: id('dev') },
          responses: { 200: z.strictObject({}) },
        }),
        async ({ params, reach }) => {
          reach(params.ownerId);
          return {};
        },
      );
    const stranger = await server.developer();
    const both = find({ developer: ['signatory', 'preparer'] });
    await serving(both).get(`/v1/owners/${developerId}`).set(session).expect(200);
    await serving(both).get(`/v1/owners/${stranger}`).set(session).expect(404);
    // A signatory elsewhere, but only a preparer here.
    const person = await server.contact(developerId, 'preparer');
    await server.contact(await server.developer(), 'signatory', { personId: person });
    await serving(find({ developer: ['signatory'] }))
      .get(`/v1/owners/${developerId}`)
      .set(await server.session(person))
      .expect(403);
  });
});

describe('declaring an operation', () => {
  const declare = (change: object) => () =>
    operation({
      ...base,
      id: 'x',
      method: 'post',
      path: '/v1/x',
      access: signedIn,
      responses: { 200: z.strictObject({}) },
      ...change,
    } as never);

  it.each([
    ['whose parameters are not those of the path', { path: '/v1/x/{xId}' }, /xId/],
    ['whose body would let unknown fields pass', { body: z.object({}) }, /strictObject/],
    ['that nobody may call', { access: {} }, /nobody/],
    ['that never answers', { responses: {} }, /answers/],
    ['that reads with a body', { method: 'get', body: z.strictObject({}) }, /GET/],
  ])('%s fails when the program starts', (_what, change, message) => {
    expect(declare(change)).toThrow(message);
  });

  it('twice, or two at one place, fails when the program starts', () => {
    expect(() => serving(upload, upload)).toThrow(/twice/);
  });
});
