import type { AnyOperation } from '../../api/operation';
import type { Database } from '../../db/database';
import { type DeveloperRole, developerRoles, staffRoles } from '../../domain/permissions';
import { routes } from '../../server/routes';
import { testDatabase } from '../support/database';
import { type OwnedThings, ownedThings } from '../support/owned-things';
import { ask, type TestServer, testServer } from '../support/server';

type Headers = Record<string, string>;

let db: Database;
let server: TestServer;
let theirs: OwnedThings;
let own: OwnedThings;
const callers: Record<string, Headers> = {};

/**
 * Operations that a developer's people may call and whose path names no developer: whose it is, only the record knows. Each with a
 * body that is well-formed, where it takes one. What has a {developerId} is looked at in access.test.ts, for every operation there is.
 */
const bodies: Readonly<Record<string, object | undefined>> = {
  withdrawExtension: undefined,
  getExemption: undefined,
  getAppeal: undefined,
  withdrawAppeal: undefined,
  getTermination: undefined,
  answerFinding: { answer: 'It is put right.' },
  getFinding: undefined,
};

/** One's own sessions are found by the person, not by a developer (sessions.test.ts). */
const ofOneself = ['revokeSession'];

const reached = routes
  .map(({ operation }) => operation)
  .filter(({ access, path }) => access.developer && path.includes('{') && !path.includes('{developerId}'))
  .filter(({ id }) => !ofOneself.includes(id));

beforeAll(async () => {
  db = await testDatabase();
  server = testServer(db);
  const mine = await server.developer();
  own = await ownedThings(db, mine, server.time.now);
  theirs = await ownedThings(db, await server.developer(), server.time.now);
  for (const role of developerRoles) callers[role] = await server.session(await server.contact(mine, role));
  for (const role of staffRoles) callers[role] = await server.session(await server.staff(role));
});

function call({ id, method, path }: AnyOperation, headers: Headers, things: Readonly<Record<string, string>>) {
  const address = path.replace(
    /\{(\w+)\}/g,
    (_match, name: string) => things[name] ?? `no ${name} is made by ownedThings`,
  );
  const request = ask(server)[method](address).set(headers);
  return bodies[id] ? request.send(bodies[id]) : request;
}

/** Well-formed ids that name nothing. */
const invented = () =>
  Object.fromEntries(Object.entries(own).map(([name, id]) => [name, `${id.split('_')[0]}_00000000000000000000`]));
const told = ({ status, body }: { status: number; body: object }) => ({ status, ...body, instance: '' });

describe('a thing that is found by its own id', () => {
  it('is looked at here for every operation there is: name a new one in `bodies`, and make its thing in ownedThings', () => {
    expect(reached.map(({ id }) => id).sort()).toEqual(Object.keys(bodies).sort());
  });

  const matrix = reached.flatMap((operation) => developerRoles.map((role) => [operation.id, role, operation] as const));
  const may = ({ access }: AnyOperation, role: DeveloperRole) => access.developer?.includes(role) ?? false;

  it.each(matrix)(
    '%s of somebody else’s developer answers a %s as if there were none, or as little as their own',
    async (_id, role, operation) => {
      const isRefused = !may(operation, role);
      const foreign = await call(operation, callers[role] ?? {}, theirs);
      expect(foreign.status).toBe(isRefused ? 403 : 404);
      const missing = await call(operation, callers[role] ?? {}, invented());
      expect(told(foreign)).toEqual(told(missing));
    },
  );

  it.each(matrix.filter(([, role, operation]) => may(operation, role)))(
    '%s of one’s own developer lets the %s in',
    async (_id, role, operation) => {
      const { status } = await call(operation, callers[role] ?? {}, own);
      expect([operation.id, Math.floor(status / 100)]).toEqual([operation.id, 2]);
    },
  );

  const ofVendor = reached.flatMap((operation) => staffRoles.map((role) => [operation.id, role, operation] as const));

  it.each(ofVendor)('%s treats every developer alike for the %s of the vendor', async (_id, role, operation) => {
    const isLetIn = operation.access.staff?.includes(role) ?? false;
    for (const things of [own, theirs]) {
      const { status } = await call(operation, callers[role] ?? {}, things);
      expect([operation.id, status === 403]).toEqual([operation.id, !isLetIn]);
    }
  });
});
