import { randomBytes } from 'node:crypto';
import { recipientsOf } from '../../activities/recipients';
import type { Database } from '../../db/database';
import { enterLeave } from '../../db/workspace/leaves';
import { addStaff } from '../../db/workspace/staff';
import { type DeveloperId, idFrom, type PersonId } from '../../domain/ids';
import type { NoticeAudience } from '../../domain/lifecycle/notices';
import type { StaffRole } from '../../domain/permissions';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const now = Date.parse('2026-11-23T04:00:00Z');
const [today, tomorrow] = ['2026-11-23', '2026-11-24'];

describe('a mail to the people of the vendor', () => {
  let db: Database;
  let developerId: DeveloperId;
  const people: Record<string, PersonId> = {};

  beforeAll(async () => {
    db = await testDatabase();
    let added = 0;
    const hire = async (name: string, role: StaffRole) => {
      const personId = id('per');
      people[name] = personId;
      await addStaff(db, { personId, name, email: `${name}@vendor.example`, role, language: 'en' }, now + added);
      added += 1_000;
    };
    await hire('manager', 'am');
    await hire('stand-in', 'am');
    await hire('lead', 'lead');
    await hire('second-lead', 'lead');
    await hire('legal', 'legal');
    ({ developerId } = await livedDevelopers(db).enrol());
    await db
      .insertInto('developerProfiles')
      .values({
        developerId,
        legalName: 'Harbour Ltd.',
        accountManagerId: people['manager'] ?? null,
        createdAt: new Date(now),
      })
      .execute();
  });

  const names = async (audience: NoticeAudience, on = today) =>
    (await recipientsOf(db, developerId, { template: 'task', audience: [audience] }, 'first', on)).map(
      ({ name }) => name,
    );
  const goes = async (name: string, standIn: string) => {
    const [personId, standInId] = [people[name] ?? id('per'), people[standIn] ?? id('per')];
    const leave = { id: id('lve'), personId, standInId, fromOn: today, untilOn: today, enteredBy: standInId };
    await enterLeave(db, leave, { now, today });
  };

  it('goes to whom it concerns while everybody is there', async () => {
    expect(await names('am')).toEqual(['manager']);
    expect(await names('lead')).toEqual(['lead', 'second-lead']);
    expect(await names('compliance')).toEqual(['legal']);
  });

  it('goes to who stands in for a lead who is away, and to the other leads', async () => {
    await goes('second-lead', 'stand-in');
    expect(await names('lead')).toEqual(['stand-in', 'lead']);
    expect(await names('lead', tomorrow)).toEqual(['lead', 'second-lead']);
  });

  it('goes to who stands in for the account manager', async () => {
    await goes('manager', 'lead');
    expect(await names('am')).toEqual(['lead']);
    expect(await names('am', tomorrow)).toEqual(['manager']);
  });
});
