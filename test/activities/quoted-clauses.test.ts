import { randomBytes } from 'node:crypto';
import type { ActivityDeps } from '../../activities/deps';
import { mailOf, noticeToSend } from '../../activities/notice-mail';
import { createNoticeActivities } from '../../activities/notices';
import type { Database } from '../../db/database';
import { draftPolicy, publishPolicy } from '../../db/workspace/policies';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { type AppId, type DeveloperId, idFrom, type NoticeId } from '../../domain/ids';
import type { NoticeTemplate } from '../../domain/lifecycle/notices';
import type { Language } from '../../domain/lifecycle/state';
import { clausesOf } from '../../domain/policies/policy-version';
import { activityDeps } from '../support/activity-deps';
import { campaigning, policyDraft } from '../support/campaigning';
import { testDatabase } from '../support/database';
import { testInbox } from '../support/inbox';
import { livedDevelopers } from '../support/lived-developers';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const original = clausesOf(currentCatalogueVersion).find(({ clause }) => clause === '3.4')?.en ?? '';
const added = 'You answer within five working days.';
const addedLater = 'You answer within two working days.';

let db: Database;
let deps: ActivityDeps;
let inbox: Awaited<ReturnType<typeof testInbox>>;
let lived: ReturnType<typeof livedDevelopers>;
let late: { developerId: DeveloperId; appId: AppId };
let formal: NoticeId;

beforeAll(async () => {
  db = await testDatabase();
  inbox = await testInbox();
  lived = livedDevelopers(db);
  late = await named();
  await lived.attest(late.developerId, late.appId);
  await lived.liveUntil(late.developerId, 'grace');
  formal = await queued(late.developerId, 'formal-notice');
  const { deps: made, time } = activityDeps(db, { smtpUrl: inbox.smtpUrl });
  deps = made;
  time.now = lived.time.now;
});

async function named() {
  const { developerId, appId } = await lived.enrol();
  const createdAt = new Date(lived.time.now);
  await db
    .insertInto('developerProfiles')
    .values({ developerId, legalName: 'Harbour Ltd.', accountManagerId: null, createdAt })
    .execute();
  await db.insertInto('appProfiles').values({ appId, developerId, name: 'Harbour Mirror', createdAt }).execute();
  return { developerId, appId };
}

/** Takes the wake-ups until such a notice waits to be sent. */
async function queued(developerId: DeveloperId, template: NoticeTemplate): Promise<NoticeId> {
  for (let steps = 0; steps < 10; steps += 1) {
    const notice = await db
      .selectFrom('notices')
      .select('id')
      .where('developerId', '=', developerId)
      .where('template', '=', template)
      .where('state', '=', 'queued')
      .executeTakeFirst();
    if (notice) return notice.id;
    const { nextWakeAt } = await db
      .selectFrom('developers')
      .select('nextWakeAt')
      .where('id', '=', developerId)
      .executeTakeFirstOrThrow();
    lived.time.now = Math.max(lived.time.now, nextWakeAt ?? 0);
    await lived.transact(developerId, { id: id('evt'), type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } });
  }
  throw new Error(`no ${template} was queued`);
}

async function textOf(developerId: DeveloperId, noticeId: NoticeId, language: Language): Promise<string> {
  const notice = await noticeToSend(deps, developerId, noticeId);
  if (!notice) throw new Error('the notice is gone');
  const recipient = {
    personId: id('per'),
    email: 'a@b.example',
    name: 'Mei',
    audience: 'signatory',
    language,
  } as const;
  return mailOf(deps, notice, recipient).text.replace(/\s+/g, ' ');
}

describe('a mail that quotes a clause', () => {
  it('has it as the edition has it while no version is published, and says that this is English', async () => {
    expect(await textOf(late.developerId, formal, 'en')).toContain(original);
    const chinese = await textOf(late.developerId, formal, 'zh-CN');
    expect(chinese).toContain(original);
    expect(chinese).toContain('以下条款照录政策原文（英文）。');
  });

  it('has it as the version published last asks it, in the language of the reader', async () => {
    await campaigning(db, lived.time.now);
    expect(await textOf(late.developerId, formal, 'en')).toContain(`${original} ${added}`);
    const chinese = await textOf(late.developerId, formal, 'zh-CN');
    expect(chinese).toContain('第 3.4 条的中文文本。');
    expect(chinese).not.toContain(original);
    expect(chinese).not.toContain('照录政策原文');
  });

  it('does so in the notice of a finding too', async () => {
    const { developerId, appId } = await named();
    await lived.attest(developerId, appId);
    await lived.transact(developerId, {
      id: id('evt'),
      type: 'finding.raised',
      actor: { kind: 'system', id: 'watcher' },
      appId,
      obligation: 'rights',
      clause: '3.4',
      facts: 'Nobody answers.',
      evidence: [],
    });
    const noticeId = await queued(developerId, 'finding-notice');
    expect(await textOf(developerId, noticeId, 'en')).toContain(`${original} ${added}`);
    expect(await textOf(developerId, noticeId, 'zh-CN')).toContain('第 3.4 条的中文文本。');
  });

  it('is sent again in the words in which it may have arrived, whatever was published meanwhile', async () => {
    const [personId, email] = [id('per'), `lost-${randomBytes(4).toString('hex')}@developer.example`];
    const createdAt = new Date(lived.time.now);
    await db
      .insertInto('people')
      .values({ id: personId, name: 'Mei', email, emailNormalised: email, createdAt, erasedAt: null })
      .execute();
    await db
      .insertInto('memberships')
      .values({
        personId,
        developerId: late.developerId,
        role: 'signatory',
        language: 'en',
        isIntroducer: true,
        addedAt: createdAt,
        verifiedAt: createdAt,
      })
      .execute();
    const { sendNotice } = createNoticeActivities(deps);
    const once = { developerId: late.developerId, noticeId: formal, to: 'first' } as const;
    await expect(sendNotice(once)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    await publish(addedLater);
    expect(await textOf(late.developerId, formal, 'en')).toContain(addedLater);
    expect(await sendNotice(once)).toMatchObject({ outcome: 'accepted' });
    const mails = await inbox.messages({ to: email });
    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) {
      const { text } = await inbox.message(mail.id);
      expect(text.replace(/\s+/g, ' ')).toContain(added);
      expect(text).not.toContain('two working days');
    }
    const { text } = await db
      .selectFrom('deliveries')
      .select('text')
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow();
    expect(text?.replace(/\s+/g, ' ')).toContain(added);
  });
});

/** Another version, in which 3.4 ends in these words. */
async function publish(words: string): Promise<void> {
  const [author, second] = await db.selectFrom('staff').select('personId').orderBy('addedAt').execute();
  if (!author || !second) throw new Error('nobody is there');
  const policyVersionId = id('pol');
  const now = lived.time.now + 1_000;
  const draft = policyDraft({
    title: 'Policy of June 2027',
    clauses: clausesOf(currentCatalogueVersion).map((one) => ({
      ...one,
      en: one.clause === '3.4' ? `${one.en} ${words}` : one.en,
      zhCn: `第 ${one.clause} 条的中文文本。`,
    })),
  });
  await draftPolicy(db, policyVersionId, draft, author.personId, now);
  await publishPolicy(db, policyVersionId, second.personId, now, () => undefined);
}
