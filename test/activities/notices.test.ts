import { randomBytes } from 'node:crypto';
import { beginDelivery } from '../../activities/deliveries';
import type { ActivityDeps } from '../../activities/deps';
import { createNoticeActivities } from '../../activities/notices';
import type { Database } from '../../db/database';
import { bounceDelivery, findSentMail } from '../../db/queries/notices';
import { erasePerson } from '../../db/workspace/erasure';
import { type DeveloperId, idFrom, type NoticeId } from '../../domain/ids';
import type { ContactRole } from '../../domain/permissions';
import { activityDeps } from '../support/activity-deps';
import { testDatabase } from '../support/database';
import { testInbox } from '../support/inbox';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const actor = { kind: 'system', id: 'test' } as const;

describe('sending a notice', () => {
  let db: Database;
  let deps: ActivityDeps;
  let inbox: Awaited<ReturnType<typeof testInbox>>;

  beforeAll(async () => {
    db = await testDatabase();
    inbox = await testInbox();
    ({ deps } = activityDeps(db, { smtpUrl: inbox.smtpUrl }));
  });

  /** A developer whose invitation is queued, with these contacts. */
  async function invited(
    contacts: Partial<Record<ContactRole, string>>,
    isVerified = true,
  ): Promise<{ developerId: DeveloperId; noticeId: NoticeId }> {
    const developerId = id('dev');
    const appId = id('app');
    await deps.transact(developerId, {
      id: id('evt'),
      type: 'developer.enrolled',
      actor,
      developerId,
      timeZone: 'Asia/Shanghai',
      country: 'CN',
      language: 'en',
    });
    await deps.transact(developerId, {
      id: id('evt'),
      type: 'app.registered',
      actor,
      apps: [{ appId, sdkProduct: 'native' }],
    });
    await db
      .insertInto('developerProfiles')
      .values({ developerId, legalName: 'Harbour Ltd.', accountManagerId: null, createdAt: new Date() })
      .execute();
    await db
      .insertInto('appProfiles')
      .values({ appId, developerId, name: 'Harbour Mirror', createdAt: new Date() })
      .execute();
    for (const [role, email] of Object.entries(contacts)) {
      const personId = id('per');
      await db
        .insertInto('people')
        .values({
          id: personId,
          name: `A ${role}`,
          email,
          emailNormalised: email,
          createdAt: new Date(),
          erasedAt: null,
        })
        .execute();
      await db
        .insertInto('memberships')
        .values({
          personId,
          developerId,
          role: role as ContactRole,
          language: 'en',
          isIntroducer: true,
          addedAt: new Date(),
          verifiedAt: isVerified ? new Date() : null,
        })
        .execute();
    }
    const notice = await db
      .selectFrom('notices')
      .select('id')
      .where('developerId', '=', developerId)
      .executeTakeFirstOrThrow();
    return { developerId, noticeId: notice.id };
  }

  const address = (word: string) => `${word}-${randomBytes(4).toString('hex')}@developer.example`;
  const stateOf = async (noticeId: NoticeId) =>
    (await db.selectFrom('notices').select('state').where('id', '=', noticeId).executeTakeFirstOrThrow()).state;
  const comesBack = async (messageId: string) => {
    const mail = await findSentMail(db, messageId);
    if (!mail) throw new Error(`nothing was sent under ${messageId}`);
    await bounceDelivery(db, mail, deps.clock.now());
  };
  const mailsTo = async (to: string) => (await inbox.messages({ to })) as { messageId: string; subject: string }[];

  it('reaches the signatory, keeps the mail as it was sent, and does not send it again', async () => {
    const email = address('signatory');
    const named = await invited({ signatory: email });
    const { sendNotice } = createNoticeActivities(deps);
    expect(await sendNotice({ ...named, to: 'first' })).toMatchObject({ outcome: 'accepted' });
    expect(await sendNotice({ ...named, to: 'first' })).toMatchObject({ outcome: 'accepted' });
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    const delivery = await db
      .selectFrom('deliveries')
      .selectAll()
      .where('noticeId', '=', named.noticeId)
      .executeTakeFirstOrThrow();
    expect(delivery).toMatchObject({
      state: 'accepted',
      attempts: 1,
      messageId: mails[0]?.messageId,
      subject: mails[0]?.subject,
    });
  });

  it('goes to the backup contact only when the signatory could not be reached', async () => {
    const backup = address('backup');
    const named = await invited({ signatory: address('bounce'), backup });
    const { sendNotice } = createNoticeActivities(deps);
    expect(await sendNotice({ ...named, to: 'first' })).toEqual({ outcome: 'bounced' });
    expect(await mailsTo(backup)).toHaveLength(0);
    expect(await sendNotice({ ...named, to: 'backup' })).toMatchObject({ outcome: 'accepted' });
    expect(await mailsTo(backup)).toHaveLength(1);
  });

  it('is sent again under the same Message-ID when nobody knows whether it arrived', async () => {
    const email = address('lost');
    const named = await invited({ signatory: email });
    const { sendNotice } = createNoticeActivities(deps);
    await expect(sendNotice({ ...named, to: 'first' })).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(await sendNotice({ ...named, to: 'first' })).toMatchObject({ outcome: 'accepted' });
    const mails = await mailsTo(email);
    expect(mails.length).toBeGreaterThanOrEqual(1);
    expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1);
  });

  it('stays bounced for whom it came back in the moment in which it was taken', async () => {
    const email = address('signatory');
    const named = await invited({ signatory: email });
    const quick: ActivityDeps['mailer'] = {
      ...deps.mailer,
      async send(mail) {
        const sent = await deps.mailer.send(mail);
        await comesBack(mail.messageId);
        return sent;
      },
    };
    expect(await createNoticeActivities({ ...deps, mailer: quick }).sendNotice({ ...named, to: 'first' })).toEqual({
      outcome: 'bounced',
    });
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('does not count as delivered once it came back, whenever that is told', async () => {
    const email = address('signatory');
    const named = await invited({ signatory: email });
    const { sendNotice, noticeAccepted } = createNoticeActivities(deps);
    const sent = await sendNotice({ ...named, to: 'first' });
    if (sent.outcome !== 'accepted') throw new Error('it was not taken');
    const tell = () => noticeAccepted({ ...named, eventId: id('evt'), acceptedAt: sent.acceptedAt });
    await comesBack((await mailsTo(email))[0]?.messageId ?? '');
    await tell();
    expect(await stateOf(named.noticeId)).toBe('queued');
    expect(await sendNotice({ ...named, to: 'first' })).toMatchObject({ outcome: 'accepted' });
    await tell();
    expect(await stateOf(named.noticeId)).toBe('accepted');
  });

  it('keeps nothing of a mail to somebody who is erased while it is on its way', async () => {
    const email = address('signatory');
    const named = await invited({ signatory: email, preparer: address('preparer') });
    const { personId } = await db
      .selectFrom('memberships')
      .innerJoin('people', 'people.id', 'memberships.personId')
      .select('personId')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    await db
      .updateTable('memberships')
      .set({ role: 'signatory' })
      .where('developerId', '=', named.developerId)
      .execute();
    const slow: ActivityDeps['mailer'] = {
      ...deps.mailer,
      async send(mail) {
        const sent = await deps.mailer.send(mail);
        if (mail.to === email) await erasePerson(db, personId, actor, deps.clock.now());
        return sent;
      },
    };
    await createNoticeActivities({ ...deps, mailer: slow }).sendNotice({ ...named, to: 'first' });
    const kept = { noticeId: named.noticeId, developerId: named.developerId, recipient: { personId } as never };
    const ofErased = () =>
      db
        .selectFrom('deliveries')
        .select(['subject', 'text', 'html', 'response'])
        .where('personId', '=', personId)
        .executeTakeFirstOrThrow();
    const nothing = { subject: null, text: null, html: null, response: null };
    expect(await ofErased()).toEqual(nothing);
    // Nor is it begun for them again, by who looked them up before.
    const mail = { messageId: '<x@vendor.example>', subject: 'A', text: 'B', html: 'C' };
    expect(await beginDelivery(db, kept, mail, deps.clock.now())).toBe(false);
    expect(await ofErased()).toEqual(nothing);
  });

  it('counts nobody as reached whose address was never verified', async () => {
    const email = address('unverified');
    const named = await invited({ signatory: email }, false);
    expect(await createNoticeActivities(deps).sendNotice({ ...named, to: 'first' })).toEqual({ outcome: 'bounced' });
    expect(await mailsTo(email)).toHaveLength(0);
  });

  it('is not sent once it is not wanted any more', async () => {
    const email = address('gone');
    const named = await invited({ signatory: email });
    await db.updateTable('notices').set({ state: 'cancelled' }).where('id', '=', named.noticeId).execute();
    expect(await createNoticeActivities(deps).sendNotice({ ...named, to: 'first' })).toEqual({ outcome: 'gone' });
    expect(await mailsTo(email)).toHaveLength(0);
  });

  it('waits while the mail server is away', async () => {
    const named = await invited({ signatory: address('signatory') });
    const { deps: cutOff } = activityDeps(db);
    await expect(createNoticeActivities(cutOff).sendNotice({ ...named, to: 'first' })).rejects.toMatchObject({
      code: 'mail.unavailable',
    });
    expect(await createNoticeActivities(deps).sendNotice({ ...named, to: 'first' })).toMatchObject({
      outcome: 'accepted',
    });
  });
});
