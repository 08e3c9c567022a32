import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { loadTiers, termsVersionsOf } from '../../db/queries/terms';
import { approveTerms, createTier, proposeTerms, withdrawTerms } from '../../db/workspace/terms';
import { examineTerms } from '../../db/workspace/terms-rollouts';
import { idFrom, type PersonId } from '../../domain/ids';
import { defaultTerms } from '../../domain/terms';
import { type TierTerms, tierTermsOf } from '../../domain/terms/tier-terms';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const shipped = tierTermsOf(defaultTerms);
const system = { kind: 'system', id: 'test' } as const;
const now = Date.parse('2026-11-23T04:00:00Z');

describe('terms per tier', () => {
  let db: Database;
  let lived: ReturnType<typeof livedDevelopers>;
  let first: PersonId;
  let second: PersonId;

  beforeAll(async () => {
    db = await testDatabase();
    lived = livedDevelopers(db);
    [first, second] = [id('per'), id('per')];
    for (const person of [first, second])
      await sql`insert into people (id, email, email_normalised, created_at)
        values (${person}, ${`${person}@vendor.example`}, ${`${person}@vendor.example`}, now())`.execute(db);
  });

  const tier = (name: string) => createTier(db, { id: id('tir'), name, createdBy: first }, now);
  async function inForce(tierId: `tir_${string}`, terms: Partial<TierTerms> = {}) {
    const proposal = { id: id('tms'), tierId, terms: { ...shipped, ...terms }, note: 'As agreed.', proposedBy: first };
    await proposeTerms(db, proposal, now);
    return approveTerms(db, proposal.id, second, now);
  }
  const change = (developerId: `dev_${string}`, tierId: `tir_${string}`, termsId: `tms_${string}` | null) =>
    lived.transact(developerId, { id: id('evt'), type: 'terms.changed', actor: system, tierId, termsId });

  it('are proposed by one person and approved by another, one at a time', async () => {
    const { id: tierId } = await tier('Standard');
    const proposal = { id: id('tms'), tierId, terms: shipped, note: 'As before.', proposedBy: first };
    const proposed = await proposeTerms(db, proposal, now);
    expect(proposed).toMatchObject({ number: 1, state: 'proposed', approvedBy: null, terms: shipped });
    expect(await proposeTerms(db, proposal, now)).toEqual(proposed);
    await expect(proposeTerms(db, { ...proposal, id: id('tms') }, now)).rejects.toMatchObject({
      code: 'terms.already-proposed',
      details: { termsId: proposal.id },
    });
    await expect(approveTerms(db, proposal.id, first, now)).rejects.toMatchObject({ code: 'terms.same-person' });
    const approved = await approveTerms(db, proposal.id, second, now);
    expect(approved).toMatchObject({ state: 'in-force', approvedBy: second });
    expect(await approveTerms(db, proposal.id, second, now)).toEqual(approved);
    await expect(withdrawTerms(db, proposal.id, first, now)).rejects.toMatchObject({ code: 'terms.already-decided' });

    const other = { ...proposal, id: id('tms') };
    await proposeTerms(db, other, now);
    expect(await withdrawTerms(db, other.id, first, now)).toMatchObject({ state: 'withdrawn', endedBy: first });
    await expect(approveTerms(db, other.id, second, now)).rejects.toMatchObject({ code: 'terms.already-decided' });
    const next = await inForce(tierId, { period: 'P6M' });
    expect((await termsVersionsOf(db, tierId)).map(({ number, state }) => [number, state])).toEqual([
      [3, 'in-force'],
      [2, 'withdrawn'],
      [1, 'superseded'],
    ]);
    expect(await loadTiers(db, tierId)).toEqual([
      expect.objectContaining({ name: 'Standard', inForce: next, proposed: null, developers: 0, behind: 0 }),
    ]);
  });

  it('know of no second tier of a name, and of none that is not there', async () => {
    const { id: tierId, ...made } = await tier('Enterprise');
    expect(await createTier(db, { id: tierId, name: made.name, createdBy: first }, now)).toEqual({
      id: tierId,
      ...made,
    });
    await expect(tier('enterprise')).rejects.toMatchObject({ code: 'tier.exists', faults: [{ path: '/name' }] });
    const proposal = { id: id('tms'), tierId: id('tir'), terms: shipped, note: 'Nowhere.', proposedBy: first };
    await expect(proposeTerms(db, proposal, now)).rejects.toMatchObject({ code: 'resource.not-found' });
    await expect(approveTerms(db, id('tms'), second, now)).rejects.toMatchObject({ code: 'resource.not-found' });
  });

  it('are never rewritten, and hold for nobody before they are approved', async () => {
    const { id: tierId } = await tier('Kept');
    const proposal = { id: id('tms'), tierId, terms: shipped, note: 'Not yet.', proposedBy: first };
    await proposeTerms(db, proposal, now);
    const { developerId } = await lived.enrol();
    await expect(change(developerId, tierId, proposal.id)).rejects.toThrow('were never approved');
    const rewrite = (terms: object) =>
      sql`update terms_versions set terms = ${JSON.stringify(terms)} where id = ${proposal.id}`;
    await expect(rewrite({ period: 'P3M' }).execute(db)).rejects.toThrow('never rewritten');
    await approveTerms(db, proposal.id, second, now);
    await expect(rewrite({ period: 'P3M' }).execute(db)).rejects.toThrow('never rewritten');
    await expect(
      sql`update terms_versions set approved_by = ${first} where id = ${proposal.id}`.execute(db),
    ).rejects.toThrow('never rewritten');
    await expect(sql`delete from terms_versions where id = ${proposal.id}`.execute(db)).rejects.toThrow(
      'never rewritten',
    );
    const { id: elsewhere } = await tier('Elsewhere');
    await expect(change(developerId, elsewhere, proposal.id)).rejects.toThrow('foreign key');
  });

  it('hold for the developer who is moved, and for the cycles that open from then on', async () => {
    const { id: tierId } = await tier('Careful');
    const version = await inForce(tierId, { firstDueAfter: 'P90D', period: 'P9M' });
    const { developerId, appId } = await lived.enrol();
    const before = await db.selectFrom('plans').selectAll().where('appId', '=', appId).executeTakeFirstOrThrow();
    const { state } = await change(developerId, tierId, version.id);
    expect(state.developer).toMatchObject({ tierId, termsId: version.id });
    expect(await db.selectFrom('plans').selectAll().where('appId', '=', appId).executeTakeFirstOrThrow()).toEqual(
      before,
    );
    await lived.attest(developerId, appId);
    expect(
      await db.selectFrom('developers').select('nextDueOn').where('id', '=', developerId).executeTakeFirst(),
    ).toEqual({
      nextDueOn: '2027-08-23',
    });
    await lived.transact(developerId, {
      id: id('evt'),
      type: 'app.registered',
      actor: system,
      apps: [{ appId: id('app'), sdkProduct: 'native' }],
    });
    const cycle = await db
      .selectFrom('cycles')
      .select(['id', 'termsId', 'dueOn'])
      .where('developerId', '=', developerId)
      .where('closedAt', 'is', null)
      .executeTakeFirstOrThrow();
    expect(cycle).toMatchObject({ termsId: version.id, dueOn: '2027-02-21' });
    const next = await inForce(tierId, { period: 'P1Y' });
    await change(developerId, tierId, next.id);
    // Both versions are in play now: that of the developer, and that of the open cycle.
    await lived.transact(developerId, { id: id('evt'), type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } });
    await expect(sql`update cycles set terms_id = ${next.id} where id = ${cycle.id}`.execute(db)).rejects.toThrow(
      'keeps its terms',
    );
  });

  it('are proposed without waiting for a decision about a developer of the tier, nor does it wait for them', async () => {
    const { id: tierId } = await tier('Busy');
    const { developerId } = await lived.enrol();
    await change(developerId, tierId, null);
    const proposal = { id: id('tms'), tierId, terms: shipped, note: 'Meanwhile.', proposedBy: first };
    const tick = { id: id('evt'), type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } } as const;
    await lived.transact(developerId, tick, {
      alongside: async (trx) => {
        await proposeTerms(db, proposal, now, async (other, version) => {
          await sql`set local lock_timeout = '3s'`.execute(other);
          await examineTerms(other, version, now);
          // A row that is written twice in a transaction has its foreign keys looked at anew: this one names the tier.
          await trx.updateTable('developers').set({ alarmAt: null }).where('id', '=', developerId).execute();
        });
      },
    });
    const moves = await db.selectFrom('termsMoves').select('developerId').where('termsId', '=', proposal.id).execute();
    expect(moves).toEqual([{ developerId }]);
  });

  it('name who does not go by a version yet, page by page', async () => {
    const { id: tierId } = await tier('Many');
    const version = await inForce(tierId);
    const ids: `dev_${string}`[] = [];
    for (let count = 0; count < 3; count += 1) ids.push((await lived.enrol()).developerId);
    ids.sort();
    for (const developerId of ids) await change(developerId, tierId, null);
    await change(ids[1] ?? 'dev_none', tierId, version.id);
    expect(await loadTiers(db, tierId)).toEqual([expect.objectContaining({ developers: 3, behind: 2 })]);
    await lived.transact(ids[0] ?? 'dev_none', {
      id: id('evt'),
      type: 'developer.offboarded',
      actor: system,
      reason: 'Left.',
    });
    expect(await loadTiers(db, tierId)).toEqual([expect.objectContaining({ developers: 2, behind: 1 })]);
  });
});
