import type { Database } from '../../db/database';
import { approveTerms, createTier, proposeTerms } from '../../db/workspace/terms';
import { addDays } from '../../domain/calendar/zoned';
import { defaultTerms } from '../../domain/terms';
import { tierTermsOf } from '../../domain/terms/tier-terms';
import { attestationServer, type Enrolled, enrol, fresh } from '../support/attestation';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let staff: Headers;

/** The developer comes over to a tier whose extensions are shorter and whose first days are longer. */
async function changeTerms(): Promise<void> {
  const [proposedBy, approvedBy] = [await server.staff('legal'), await server.staff('admin')];
  const tier = await createTier(db, { id: fresh('tir'), name: `Tier ${fresh('tir')}`, createdBy: proposedBy }, 0);
  const terms = { ...tierTermsOf(defaultTerms), extensionLongest: 'P10D', firstDueAfter: 'P90D' };
  const { id } = await proposeTerms(db, { id: fresh('tms'), tierId: tier.id, terms, note: 'Agreed.', proposedBy }, 0);
  await approveTerms(db, id, approvedBy, 0);
  const actor = { kind: 'system', id: 'test' } as const;
  const event = { id: fresh('evt'), type: 'terms.changed', actor, tierId: tier.id, termsId: id } as const;
  await server.deps.lifecycle.transact(developer.developerId, event);
}

const termsFor = (query: string, as: Headers = developer.session) => ask(server).get(`/v1/terms${query}`).set(as);

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  developer = await enrol(server, 'native');
  staff = await server.session(await server.staff('am'));
  await changeTerms();
});

describe('terms', () => {
  it('are told as they hold for one developer, and as the product ships them', async () => {
    const own = await termsFor(`?developerId=${developer.developerId}`).expect(200);
    expect(own.body).toMatchObject({ extensionLongest: 'P10D', firstDueAfter: 'P90D', formalNoticePeriod: 'P14D' });
    expect(own.body).not.toHaveProperty('budget');
    const seen = await termsFor(`?developerId=${developer.developerId}`, staff).expect(200);
    expect(seen.body).toEqual(own.body);
    const { body: shipped } = await termsFor('').expect(200);
    expect(shipped).toMatchObject({ extensionLongest: 'P30D', firstDueAfter: 'P30D' });
    const other = await enrol(server, 'native');
    expect((await termsFor(`?developerId=${other.developerId}`, staff).expect(200)).body).toEqual(shipped);
  });

  it('of somebody else, or of nobody, are not found', async () => {
    const other = await enrol(server, 'native');
    await termsFor(`?developerId=${other.developerId}`).expect(404);
    await termsFor(`?developerId=${fresh('dev')}`, staff).expect(404);
    await termsFor('?developerId=somebody').expect(400);
  });

  it('that a cycle opened under say how much time can be granted in it', async () => {
    const { body: view } = await ask(server).get(developer.base).set(developer.session).expect(200);
    expect(view.cycles).toEqual([expect.objectContaining({ kind: 'onboarding', extensionLongest: 'P30D' })]);
    const request = { untilOn: addDays(view.cycles[0].dueOn, 31), plan: 'The next release is in a month.' };
    const ofCycle = await ask(server).post(`${developer.base}/extensions`).set(developer.session).send(request);
    expect(ofCycle.body).toMatchObject({ status: 422, code: 'extension.too-long' });
    await ask(server)
      .post(`${developer.base}/extensions`)
      .set(developer.session)
      .send({ ...request, untilOn: addDays(view.cycles[0].dueOn, 30) })
      .expect(201);
  });
});
