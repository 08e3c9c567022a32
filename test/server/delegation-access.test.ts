import { operations } from '../../api';
import type { AnyOperation } from '../../api/operation';
import type { DeveloperId } from '../../domain/ids';
import { type DelegationScope, delegatedOperations, delegationScopes } from '../../domain/permissions';
import { type Agency, hireAgency } from '../support/agency';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

const any = delegationScopes;
const never: readonly DelegationScope[] = [];
const reading = ['draft', 'sign'] as const;

/**
 * What was decided for every operation that a developer's people may call. An operation that is not here fails the test below: decide
 * which scopes let an agency in, and say it here and in domain/permissions.ts.
 */
const decided: Readonly<Record<string, readonly DelegationScope[]>> = {
  getSession: any,
  endSession: any,
  listSessions: any,
  revokeSession: any,
  listDevelopers: any,
  getDeveloper: any,
  changeDeveloper: never,
  offboardDeveloper: never,
  listContacts: never,
  addContact: never,
  changeContact: never,
  removeContact: never,
  grantDelegation: never,
  listDelegations: never,
  getDelegation: any,
  uploadMandate: never,
  downloadMandate: any,
  revokeDelegation: never,
  addDelegate: never,
  removeDelegate: never,
  registerApp: never,
  listApps: any,
  getApp: any,
  renameApp: never,
  retireApp: never,
  moveDeveloperClock: never,
  listRequirements: reading,
  getForecast: reading,
  listTimeline: ['draft'],
  issueKey: ['keys'],
  listKeys: ['draft', 'keys'],
  getKey: ['draft', 'keys'],
  rollKey: ['keys'],
  revokeKey: ['keys'],
  listNotices: reading,
  getNotice: reading,
  getCatalogue: any,
  getTerms: any,
  getDraft: reading,
  saveDraft: ['draft'],
  copyDraft: ['draft'],
  enterStep: ['draft'],
  uploadEvidence: ['draft'],
  listEvidence: reading,
  getEvidence: reading,
  downloadEvidence: reading,
  getSigning: reading,
  signSubmission: ['sign'],
  listSubmissions: reading,
  getSubmission: reading,
  answerReviewQuestion: ['draft'],
  getStatement: reading,
  downloadReceipt: reading,
  downloadCertificate: reading,
  downloadCalendar: reading,
  requestExtension: ['draft'],
  listExtensions: ['draft'],
  withdrawExtension: ['draft'],
  listFindings: reading,
  getFinding: reading,
  answerFinding: ['draft'],
  listExemptions: reading,
  getExemption: reading,
  listAppealable: reading,
  fileAppeal: ['draft'],
  listAppeals: reading,
  getAppeal: reading,
  withdrawAppeal: ['draft'],
  listSuspensionRequests: reading,
  listSuspensions: reading,
  listTerminations: reading,
  getTermination: reading,
};

/** Verifiers know tokens alone: no session is anybody's there. Their metrics are open to this machine. */
const atVerifiers: Readonly<Record<string, readonly [number, string]>> = {
  verifyKey: [401, 'access.unauthenticated'],
  verifyKeys: [401, 'access.unauthenticated'],
  followKeys: [401, 'access.unauthenticated'],
  getKeySnapshot: [401, 'access.unauthenticated'],
  verifyAtGateway: [502, 'gateway.token-refused'],
  getMetrics: [400, 'request.invalid'],
};

const forDevelopers = operations.filter(({ access }) => (access.developer?.length ?? 0) > 0);
const matrix = forDevelopers.flatMap((operation) => any.map((scope) => [operation.id, scope, operation] as const));
const isDecided = (id: string, scope: DelegationScope) => decided[id]?.includes(scope) === true;

let server: TestServer;
let developerId: DeveloperId;
const agencies = {} as Record<DelegationScope, Agency>;

beforeAll(async () => {
  server = testServer(await testDatabase());
  developerId = await server.developer();
  const session = await server.session(await server.contact(developerId, 'signatory'));
  for (const scope of any)
    agencies[scope] = await hireAgency(server, { developerId, session }, { scopes: [scope], hasMandate: true });
});

/** Names nothing but the developer and asks what makes no sense, so that only admission is tried and nothing changes. */
function call({ method, path }: AnyOperation, session: Agency['session'], developer: string = developerId) {
  const address = path.replace(/\{(\w+)\}/g, (_match, name: string) => (name === 'developerId' ? developer : 'none'));
  return ask(server)[method](address).set(session).query({ unknownField: '1' });
}

describe('scope by scope', () => {
  it('is decided for every operation of a developer, and for no other', () => {
    expect(Object.keys(decided).sort()).toEqual(forDevelopers.map(({ id }) => id).sort());
    const allowed = Object.entries(decided).filter(([, scopes]) => scopes.length > 0);
    expect(Object.keys(delegatedOperations).sort()).toEqual(allowed.map(([id]) => id).sort());
  });

  it.each(matrix.filter(([id, scope]) => isDecided(id, scope)))('%s lets %s in', async (_id, scope, operation) => {
    const { body } = await call(operation, agencies[scope].session);
    expect(['request.invalid', 'resource.not-found']).toContain(body.code);
  });

  it.each(matrix.filter(([id, scope]) => !isDecided(id, scope)))('%s refuses %s', async (id, scope, operation) => {
    const { status, body } = await call(operation, agencies[scope].session);
    const code = decided[id]?.length === 0 ? 'access.forbidden' : 'delegation.scope-missing';
    expect([status, body.code]).toEqual([403, code]);
  });

  it.each(operations.filter(({ access }) => !access.public && !access.developer).map((one) => [one.id, one] as const))(
    '%s stays the vendor’s',
    async (_id, operation) => {
      const refusal = atVerifiers[operation.id] ?? [403, 'access.forbidden'];
      for (const scope of any) {
        const { status, body } = await call(operation, agencies[scope].session);
        expect([status, body.code]).toEqual(refusal);
      }
    },
  );

  it.each(
    forDevelopers
      .filter(({ path }) => path.includes('{developerId}'))
      .map((operation) => [operation.id, operation] as const),
  )('%s answers 404 for everybody else’s developer', async (_id, operation) => {
    const other = await server.developer();
    for (const scope of any) {
      const { status, body } = await call(operation, agencies[scope].session, other);
      expect([status, body.code]).toEqual([404, 'resource.not-found']);
    }
  });
});
