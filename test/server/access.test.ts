import type { AnyOperation } from '../../api/operation';
import type { Database } from '../../db/database';
import { type DeveloperId, idFrom } from '../../domain/ids';
import { developerRoles, staffRoles, tokenScopes } from '../../domain/permissions';
import { routes } from '../../server/routes';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

type Headers = Record<string, string>;

let db: Database;
let server: TestServer;
let developerId: DeveloperId;
const callers: Record<string, Headers> = {};

const guarded = routes.map(({ operation }) => operation).filter(({ access }) => !access.public);
const roles = [
  ...developerRoles.map((role) => `developer ${role}`),
  ...staffRoles.map((role) => `staff ${role}`),
  ...tokenScopes.map((scope) => `token ${scope}`),
];

beforeAll(async () => {
  db = await testDatabase();
  server = testServer(db);
  developerId = await server.developer();
  for (const role of developerRoles) {
    callers[`developer ${role}`] = await server.session(await server.contact(developerId, role));
  }
  for (const role of staffRoles) callers[`staff ${role}`] = await server.session(await server.staff(role));
  for (const scope of tokenScopes) callers[`token ${scope}`] = await server.token(scope);
});

/** Calls with an address that names nothing but the developer and a body that says nothing, so that only admission is tried and nothing changes. */
function call({ method, path }: AnyOperation, headers: Headers, developer: string) {
  const address = path.replace(/\{(\w+)\}/g, (_match, name: string) => (name === 'developerId' ? developer : 'none'));
  return ask(server)[method](address).set(headers).query({ unknownField: '1' });
}

function mayCall({ access }: AnyOperation, role: string): boolean {
  const [kind = '', name = ''] = role.split(' ');
  return ((access as Record<string, readonly string[] | undefined>)[kind] ?? []).includes(name);
}

const refusals = ['access.unauthenticated', 'access.forbidden', 'access.scope-missing', 'access.csrf'];

describe('who may call what', () => {
  it('covers every operation that is not open to all', () => {
    expect(guarded.length).toBeGreaterThan(10);
  });

  const matrix = guarded.flatMap((operation) => roles.map((role) => [operation.id, role, operation] as const));

  it.each(matrix.filter(([, role, operation]) => mayCall(operation, role)))(
    '%s lets the %s in',
    async (_id, role, operation) => {
      const { body } = await call(operation, callers[role] ?? {}, developerId);
      // Past admission the made-up query parameter or identifier is what is wrong.
      expect(refusals).not.toContain(body.code);
      expect(['request.invalid', 'resource.not-found']).toContain(body.code);
    },
  );

  it.each(matrix.filter(([, role, operation]) => !mayCall(operation, role)))(
    '%s refuses the %s',
    async (_id, role, operation) => {
      const { status, body } = await call(operation, callers[role] ?? {}, developerId);
      expect([status, body.code]).toEqual([
        403,
        role.startsWith('token') ? 'access.scope-missing' : 'access.forbidden',
      ]);
    },
  );

  it.each(guarded.map((operation) => [operation.id, operation] as const))(
    '%s asks everybody else to sign in',
    async (_id, operation) => {
      for (const headers of [{}, { Authorization: 'Bearer nonsense' }, { Cookie: 'avow=nonsense' }] as Headers[]) {
        const { status, body } = await call(operation, headers, developerId);
        expect([status, body.code]).toEqual([401, 'access.unauthenticated']);
      }
    },
  );
});

describe("somebody else's developer", () => {
  const owned = guarded.filter(({ path }) => path.includes('{developerId}'));
  const bare = (body: { instance: string }) => ({ ...body, instance: '' });

  it.each(owned.map((operation) => [operation.id, operation] as const))(
    '%s answers as if it did not exist',
    async (_id, operation) => {
      const theirs = await server.developer();
      await server.contact(theirs, 'signatory');
      const invented = idFrom('dev', Buffer.from('invented developer!!'));
      for (const role of developerRoles) {
        const foreign = await call(operation, callers[`developer ${role}`] ?? {}, theirs);
        const missing = await call(operation, callers[`developer ${role}`] ?? {}, invented);
        const malformed = await call(operation, callers[`developer ${role}`] ?? {}, "dev_1'--");
        expect(foreign.status).toBe(404);
        expect(bare(foreign.body)).toEqual(bare(missing.body));
        expect(bare(foreign.body)).toEqual(bare(malformed.body));
      }
    },
  );

  it.each(owned.map((operation) => [operation.id, operation] as const))(
    '%s tells staff and tokens too when there is none',
    async (_id, operation) => {
      const invented = idFrom('dev', Buffer.from('invented developer!!'));
      for (const role of roles.filter((name) => !name.startsWith('developer') && mayCall(operation, name))) {
        const { status, body } = await call(operation, callers[role] ?? {}, invented);
        expect([status, body.code]).toEqual([404, 'resource.not-found']);
      }
    },
  );
});

describe('a role that ends', () => {
  const list = () => `/v1/developers/${developerId}/contacts`;

  it('ends in sessions at once', async () => {
    const preparer = await server.contact(developerId, 'preparer');
    const session = await server.session(preparer);
    await ask(server).get(list()).set(session).expect(200);
    await ask(server)
      .delete(`${list()}/${preparer}`)
      .set(callers['developer signatory'] ?? {})
      .expect(204);
    await ask(server).get(list()).set(session).expect(404);
  });

  it('does not begin before it is confirmed', async () => {
    const session = await server.session(await server.contact(developerId, 'signatory', { isVerified: false }));
    await ask(server).get(list()).set(session).expect(404);
  });

  it('ends for staff who are no longer active', async () => {
    const manager = await server.staff('am');
    const session = await server.session(manager);
    await ask(server).get('/v1/staff').set(session).expect(200);
    await ask(server)
      .patch(`/v1/staff/${manager}`)
      .set(callers['staff admin'] ?? {})
      .send({ isActive: false })
      .expect(200);
    await ask(server).get('/v1/staff').set(session).expect(403);
  });
});
