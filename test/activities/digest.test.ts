import { randomBytes } from 'node:crypto';
import type { ActivityDeps } from '../../activities/deps';
import { createDigestActivities } from '../../activities/digest';
import type { Database } from '../../db/database';
import { addStaff } from '../../db/workspace/staff';
import { idFrom, type PersonId } from '../../domain/ids';
import type { StaffRole } from '../../domain/permissions';
import { activityDeps } from '../support/activity-deps';
import { testDatabase } from '../support/database';
import { testInbox } from '../support/inbox';
import { newDeveloperWithApp } from '../support/new-developer';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const actor = { kind: 'system', id: 'test' } as const;

describe('the daily digest', () => {
  let db: Database;
  let deps: ActivityDeps;
  let inbox: Awaited<ReturnType<typeof testInbox>>;
  const people: Partial<Record<StaffRole, PersonId>> = {};

  beforeAll(async () => {
    db = await testDatabase();
    inbox = await testInbox();
    ({ deps } = activityDeps(db, { smtpUrl: inbox.smtpUrl }));
    for (const role of ['am', 'lead', 'admin'] as const) {
      const personId = id('per');
      await addStaff(
        db,
        { personId, name: `The ${role}`, email: `${role}@vendor.example`, role, language: 'en' },
        Date.now(),
      );
      people[role] = personId;
    }
    for (const [legalName, accountManagerId] of [
      ['Mine Ltd.', people.am ?? null],
      ['Other Ltd.', null],
    ] as const) {
      const { developerId, appId, state } = await newDeveloperWithApp(deps.transact);
      await db
        .insertInto('developerProfiles')
        .values({ developerId, legalName, accountManagerId, createdAt: new Date() })
        .execute();
      await db
        .insertInto('appProfiles')
        .values({ appId, developerId, name: `${legalName} app`, createdAt: new Date() })
        .execute();
      const [notice] = state.notices;
      if (notice)
        await deps.transact(developerId, {
          id: id('evt'),
          type: 'notice.bounced',
          actor,
          noticeId: notice.id,
          detail: 'refused',
        });
    }
  });

  const digestOf = async (email: string) => {
    const mails = await inbox.messages({ to: email });
    return { count: mails.length, mail: await inbox.message(mails.at(-1)?.id ?? '') };
  };

  it('goes to account managers and leads, not to everybody', async () => {
    const readers = await createDigestActivities(deps).digestReaders();
    expect(readers.map((reader) => reader.personId).sort()).toEqual([people.am, people.lead].sort());
  });

  it("tells an account manager of their own developers and a lead of everybody's", async () => {
    for (const reader of await createDigestActivities(deps).digestReaders())
      await createDigestActivities(deps).sendDigest(reader);
    const own = await digestOf('am@vendor.example');
    expect(own.mail.text).toContain('Mine Ltd.');
    expect(own.mail.text).not.toContain('Other Ltd.');
    const all = await digestOf('lead@vendor.example');
    expect(all.mail.text).toContain('Mine Ltd.');
    expect(all.mail.text).toContain('Other Ltd.');
  });

  it('is the same mail when it is sent again that day', async () => {
    const before = await digestOf('am@vendor.example');
    await createDigestActivities(deps).sendDigest({ personId: people.am as PersonId });
    const after = await digestOf('am@vendor.example');
    expect(after.mail.messageId).toBe(before.mail.messageId);
  });
});
