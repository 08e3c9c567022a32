import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { beginDelivery, withSomebodySince } from '../../activities/deliveries';
import type { ActivityDeps } from '../../activities/deps';
import { createNoticeActivities } from '../../activities/notices';
import type { Database } from '../../db/database';
import { bounceDelivery, findSentMail } from '../../db/queries/notices';
import type { Tables } from '../../db/tables';
import { erasePerson } from '../../db/workspace/erasure';
import { type DeveloperId, idFrom, type NoticeId } from '../../domain/ids';
import { activityDeps } from '../support/activity-deps';
import { testDatabase } from '../support/database';
import { testInbox } from '../support/inbox';
import { invitedDeveloper } from '../support/invited-developer';
import { until } from '../support/until';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const hourMs = 3_600_000;
const actor = { kind: 'system', id: 'test' } as const;

describe('sending a notice', () => {
  let db: Database;
  let deps: ActivityDeps;
  let time: { now: number };
  let inbox: Awaited<ReturnType<typeof testInbox>>;

  beforeAll(async () => {
    db = await testDatabase();
    inbox = await testInbox();
    ({ deps, time } = activityDeps(db, { smtpUrl: inbox.smtpUrl }));
  });

  /** True while somebody waits for what this transaction holds. */
  const pidOf = async (trx: Transaction<Tables>) =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)).rows[0]?.pid as number;
  // Asked outside the transaction that is waited for: within one, who is there is what it was at the first look.
  const isAwaited = async (pid: number) =>
    (await sql`select from pg_stat_activity where ${pid}::int = any(pg_blocking_pids(pid))`.execute(db)).rows.length >
    0;
  const allSign = (developerId: DeveloperId) =>
    db.updateTable('memberships').set({ role: 'signatory' }).where('developerId', '=', developerId).execute();
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
    const named = await invitedDeveloper(deps, { signatory: email });
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
    const named = await invitedDeveloper(deps, { signatory: address('bounce'), backup });
    const { sendNotice } = createNoticeActivities(deps);
    expect(await sendNotice({ ...named, to: 'first' })).toEqual({ outcome: 'bounced' });
    expect(await mailsTo(backup)).toHaveLength(0);
    expect(await sendNotice({ ...named, to: 'backup' })).toMatchObject({ outcome: 'accepted' });
    expect(await mailsTo(backup)).toHaveLength(1);
  });

  it('is sent again under the same Message-ID when nobody knows whether it arrived', async () => {
    const email = address('lost');
    const named = await invitedDeveloper(deps, { signatory: email });
    const { sendNotice } = createNoticeActivities(deps);
    await expect(sendNotice({ ...named, to: 'first' })).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(await sendNotice({ ...named, to: 'first' })).toMatchObject({ outcome: 'accepted' });
    const mails = await mailsTo(email);
    expect(mails.length).toBeGreaterThanOrEqual(1);
    expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1);
  });

  it('stays bounced for whom it came back in the moment in which it was taken', async () => {
    const email = address('signatory');
    const named = await invitedDeveloper(deps, { signatory: email });
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

  describe('that one of two servers refuses for now', () => {
    const refusing = address('defer');
    const other = address('other');
    let named: Awaited<ReturnType<typeof invitedDeveloper>>;
    let startedAt: number;
    const sendFirst = () => createNoticeActivities(deps).sendNotice({ ...named, to: 'first' });
    const refused = () =>
      db
        .selectFrom('deliveries')
        .innerJoin('people', 'people.id', 'deliveries.personId')
        .select(['deliveries.state', 'deliveries.response', 'deliveries.sentAt', 'deliveries.attempts'])
        .where('noticeId', '=', named.noticeId)
        .where('email', '=', refusing)
        .executeTakeFirstOrThrow();

    beforeAll(async () => {
      named = await invitedDeveloper(deps, { signatory: refusing, preparer: other });
      await allSign(named.developerId);
      startedAt = time.now;
    });

    it('reaches the other, and is to be tried again for a day', async () => {
      for (const hours of [0, 23]) {
        time.now = startedAt + hours * hourMs;
        await expect(sendFirst()).rejects.toMatchObject({ name: 'RefusedForNow' });
        expect(await mailsTo(other)).toHaveLength(1);
      }
      const response = expect.stringContaining('Mailbox busy');
      expect(await refused()).toEqual({ state: 'sending', attempts: 2, sentAt: startedAt, response });
    });

    it('counts as bounced there after a day, and as delivered since the other had it', async () => {
      time.now = startedAt + 24 * hourMs;
      expect(await sendFirst()).toEqual({ outcome: 'accepted', acceptedAt: startedAt });
      expect(await refused()).toMatchObject({ state: 'bounced', response: expect.stringContaining('Mailbox busy') });
      expect(await mailsTo(other)).toHaveLength(1);
    });

    it('has a day of its own when the notice goes out once more', async () => {
      await expect(sendFirst()).rejects.toMatchObject({ name: 'RefusedForNow' });
      expect(await refused()).toMatchObject({ state: 'sending', sentAt: time.now });
    });
  });

  it('goes to the backup contact after a day of refusals, of which none counts on which no server was there', async () => {
    const backup = address('backup');
    const named = await invitedDeveloper(deps, { signatory: address('defer'), backup });
    const { sendNotice, noticeBounced } = createNoticeActivities(deps);
    await expect(
      createNoticeActivities(activityDeps(db).deps).sendNotice({ ...named, to: 'first' }),
    ).rejects.toMatchObject({ code: 'mail.unavailable' });
    time.now += 30 * hourMs;
    await expect(sendNotice({ ...named, to: 'first' })).rejects.toMatchObject({ name: 'RefusedForNow' });
    time.now += 24 * hourMs;
    expect(await sendNotice({ ...named, to: 'first' })).toEqual({ outcome: 'bounced' });
    expect(await sendNotice({ ...named, to: 'backup' })).toMatchObject({ outcome: 'accepted' });
    expect(await mailsTo(backup)).toHaveLength(1);
    await noticeBounced({ ...named, eventId: id('evt') });
    expect(await stateOf(named.noticeId)).toBe('bounced');
  });

  it('counts from when somebody had it who has it still, where the first mail came back before it was told', async () => {
    const early = address('early');
    const late = address('late');
    const named = await invitedDeveloper(deps, { signatory: early, preparer: `defer-${late}` });
    await allSign(named.developerId);
    const { sendNotice, noticeAccepted } = createNoticeActivities(deps);
    const earlyAt = time.now;
    await expect(sendNotice({ ...named, to: 'first' })).rejects.toMatchObject({ name: 'RefusedForNow' });
    time.now += 5 * hourMs;
    await db.updateTable('people').set({ email: late }).where('email', '=', `defer-${late}`).execute();
    expect(await sendNotice({ ...named, to: 'first' })).toEqual({ outcome: 'accepted', acceptedAt: earlyAt });
    const lateAt = time.now;
    time.now += hourMs;
    await comesBack((await mailsTo(early))[0]?.messageId ?? '');
    await noticeAccepted({ ...named, eventId: id('evt'), acceptedAt: earlyAt });
    const { state, acceptedAt } = await db
      .selectFrom('notices')
      .select(['state', 'acceptedAt'])
      .where('id', '=', named.noticeId)
      .executeTakeFirstOrThrow();
    expect({ state, acceptedAt }).toEqual({ state: 'accepted', acceptedAt: lateAt });
  });

  it('cannot come back between the look at who has it and what is decided by that', async () => {
    const email = address('signatory');
    const named = await invitedDeveloper(deps, { signatory: email });
    await createNoticeActivities(deps).sendNotice({ ...named, to: 'first' });
    const [mail] = await mailsTo(email);
    let isBack = false;
    const deciding = await db.transaction().execute(async (trx) => {
      expect(await withSomebodySince(trx, named.noticeId)).toBe(time.now);
      const pid = await pidOf(trx);
      const back = comesBack(mail?.messageId ?? '').then(() => (isBack = true));
      await until('the report waits, or is through', async () => isBack || (await isAwaited(pid)));
      expect(isBack).toBe(false);
      return { back };
    });
    await deciding.back;
    expect(await db.transaction().execute((trx) => withSomebodySince(trx, named.noticeId))).toBeNull();
  });

  it('does not count as delivered once it came back, whenever that is told', async () => {
    const email = address('signatory');
    const named = await invitedDeveloper(deps, { signatory: email });
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
    const named = await invitedDeveloper(deps, { signatory: email, preparer: address('preparer') });
    const { personId } = await db
      .selectFrom('memberships')
      .innerJoin('people', 'people.id', 'memberships.personId')
      .select('personId')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    await allSign(named.developerId);
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
    expect(await beginDelivery(db, kept, mail, deps.clock.now())).toBeNull();
    expect(await ofErased()).toEqual(nothing);
  });

  it('counts nobody as reached whose address was never verified', async () => {
    const email = address('unverified');
    const named = await invitedDeveloper(deps, { signatory: email }, false);
    expect(await createNoticeActivities(deps).sendNotice({ ...named, to: 'first' })).toEqual({ outcome: 'bounced' });
    expect(await mailsTo(email)).toHaveLength(0);
  });

  it('is not sent once it is not wanted any more', async () => {
    const email = address('gone');
    const named = await invitedDeveloper(deps, { signatory: email });
    await db.updateTable('notices').set({ state: 'cancelled' }).where('id', '=', named.noticeId).execute();
    expect(await createNoticeActivities(deps).sendNotice({ ...named, to: 'first' })).toEqual({ outcome: 'gone' });
    expect(await mailsTo(email)).toHaveLength(0);
  });

  it('waits while the mail server is away', async () => {
    const named = await invitedDeveloper(deps, { signatory: address('signatory') });
    const { deps: cutOff } = activityDeps(db);
    await expect(createNoticeActivities(cutOff).sendNotice({ ...named, to: 'first' })).rejects.toMatchObject({
      code: 'mail.unavailable',
    });
    expect(await createNoticeActivities(deps).sendNotice({ ...named, to: 'first' })).toMatchObject({
      outcome: 'accepted',
    });
  });
});
