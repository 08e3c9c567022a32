import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ActivityDeps } from '../../activities/deps';
import { mailOf, noticeToSend } from '../../activities/notice-mail';
import { walkTermsLeg } from '../../activities/terms';
import { changingTerms, moveDeveloper } from '../../activities/terms-moving';
import type { Database } from '../../db/database';
import { approveTerms, createTier, proposeTerms } from '../../db/workspace/terms';
import { examineTerms, rollOutTerms } from '../../db/workspace/terms-rollouts';
import { datesIn } from '../../domain/calendar/dates';
import { type DeveloperId, idFrom, type PersonId, type TermsId } from '../../domain/ids';
import { mostMailsWaiting } from '../../domain/mail/backlog';
import { defaultTerms } from '../../domain/terms';
import { type TierTerms, tierTermsOf } from '../../domain/terms/tier-terms';
import { activityDeps } from '../support/activity-deps';
import { campaigning } from '../support/campaigning';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';
import { letMailsLeave, makeMailsWait } from '../support/waiting-mails';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const quiet = () => undefined;
const system = { kind: 'system', id: 'test' } as const;
let db: Database;
let deps: ActivityDeps;
let author: PersonId;
let second: PersonId;
let termsId: TermsId;
const tierId = id('tir');
const people: DeveloperId[] = [];

const rows = () =>
  db.selectFrom('termsMoves').selectAll().where('termsId', '=', termsId).orderBy('developerId').execute();
const walk = (tell: (place: { cursor: DeveloperId | null }) => void = quiet, cursor: DeveloperId | null = null) =>
  walkTermsLeg(deps, termsId, { cursor }, tell);
const now = () => deps.clock.now();
const put = (developerId: DeveloperId, into: typeof tierId | null, by: TermsId | null = null) =>
  deps.transact(developerId, { id: id('evt'), type: 'terms.changed', actor: system, tierId: into, termsId: by });
const decided = (type: 'terms.changed') =>
  db
    .selectFrom('auditEntries')
    .select('developerId')
    .where('decision', '=', type)
    .where(sql`actor ->> 'id'`, '=', second)
    .execute();

async function proposeNext(terms: Partial<TierTerms>): Promise<void> {
  termsId = id('tms');
  const proposal = { id: termsId, tierId, terms: { ...tierTermsOf(defaultTerms), ...terms }, note: 'Agreed.' };
  await proposeTerms(db, { ...proposal, proposedBy: author }, now(), (trx, version) =>
    examineTerms(trx, version, now()),
  );
}
const approve = () => approveTerms(db, termsId, second, now(), (trx, version) => rollOutTerms(trx, version, now()));

beforeAll(async () => {
  db = await testDatabase();
  const lived = livedDevelopers(db);
  const { deps: made, time } = activityDeps(db);
  time.now = lived.time.now;
  deps = { ...made, settings: { ...made.settings, campaignRate: 3 } };
  ({ author, second } = await campaigning(db, time.now));
  await createTier(db, { id: tierId, name: 'Gold', createdBy: author }, time.now);
  for (let count = 0; count < 8; count += 1) {
    const { developerId, appId } = await lived.enrol();
    await lived.attest(developerId, appId);
    people.push(developerId);
    if (count < 6) await put(developerId, tierId);
  }
});

describe('new terms for the six developers of a tier', () => {
  it('are worked out first, and nothing else is written', async () => {
    await proposeNext({ period: 'P9M' });
    await expect(approve()).rejects.toMatchObject({ code: 'terms.not-examined' });
    expect(await walk()).toEqual({ state: 'examined', settled: 6, count: 6, goesOn: false });
    expect((await rows()).map(({ movedDays, outcome }) => [movedDays, outcome])).toEqual(
      Array.from({ length: 6 }, () => [-92, null]),
    );
    expect(await decided('terms.changed')).toEqual([]);
  });

  it('take over once who was taken over when the walk was cut off, and leave nobody behind', async () => {
    const left = people[0] as DeveloperId;
    const joined = people[6] as DeveloperId;
    await put(joined, tierId);
    await approve();
    // Put elsewhere after the approval: they stay there.
    await put(left, null);
    const changing = await changingTerms(db, termsId);
    const last = (await rows()).at(-1)?.developerId as DeveloperId;
    // Committed, and not heard of: the process died before it could say how far it had come.
    await moveDeveloper(deps, changing, last);
    await moveDeveloper(deps, changing, last);
    const told: (string | null)[] = [];
    const leg = await walk(({ cursor }) => told.push(cursor), (await rows())[3]?.developerId ?? null);
    expect(leg).toEqual({ state: 'moved', settled: 7, count: 7, goesOn: false });
    expect(told.length).toBeGreaterThan(1);
    const found = await rows();
    expect(found.find(({ developerId }) => developerId === left)).toMatchObject({ outcome: 'left', dueOn: null });
    const moved = found.filter(({ outcome }) => outcome === 'moved').map(({ developerId }) => developerId);
    expect(moved).toHaveLength(6);
    expect((await decided('terms.changed')).map(({ developerId }) => developerId).sort()).toEqual([...moved].sort());
    for (const { foreseen, dueOn, outcome } of found)
      if (outcome === 'moved' && foreseen) expect(dueOn).toBe(foreseen.after.dueOn);
  });

  it('are told by mail to each whose day moved, once, and the tier is not named', async () => {
    const told = await db
      .selectFrom('notices')
      .select(['id', 'developerId', 'state'])
      .where('template', '=', 'terms-changed')
      .where(sql`facts -> 'terms' ->> 'termsId'`, '=', termsId)
      .execute();
    const moved = (await rows()).flatMap((row) => (row.outcome === 'moved' ? [row.developerId] : []));
    expect(told.map(({ developerId }) => developerId).sort()).toEqual(moved.sort());
    const [first] = told;
    if (first)
      await db
        .insertInto('developerProfiles')
        .values({
          developerId: first.developerId,
          legalName: 'Harbour Ltd.',
          accountManagerId: null,
          createdAt: new Date(now()),
        })
        .execute();
    const toSend = first && (await noticeToSend(deps, first.developerId, first.id));
    if (!toSend?.facts.terms) throw new Error('there is nothing to send');
    const recipient = { personId: author, email: 'a@b.example', name: 'Mei', audience: 'signatory' as const };
    const english = mailOf(deps, toSend, { ...recipient, language: 'en' });
    expect(english.text).toContain(datesIn('en', toSend.timeZone).day(toSend.facts.terms.formerDueOn));
    const chinese = mailOf(deps, toSend, { ...recipient, language: 'zh-CN' });
    expect(chinese.text).toContain(datesIn('zh-CN', toSend.timeZone).day(toSend.facts.terms.dueOn));
    for (const mail of [english, chinese]) expect(mail.html + mail.text + mail.subject).not.toContain('Gold');
  });

  it('take over too who came in by the former terms while they were rolled out', async () => {
    const former = termsId;
    await proposeNext({ period: 'P6M' });
    await walk();
    await approve();
    const late = people[7] as DeveloperId;
    const once = { ...deps };
    let isIn = false;
    deps = {
      ...once,
      async transact(...given) {
        if (!isIn) {
          isIn = true;
          await once.transact(late, { id: id('evt'), type: 'terms.changed', actor: system, tierId, termsId: former });
        }
        return once.transact(...given);
      },
    };
    expect(await walk()).toMatchObject({ state: 'moved', settled: 7, count: 7 });
    const { termsId: has } = await db
      .selectFrom('developers')
      .select('termsId')
      .where('id', '=', late)
      .executeTakeFirstOrThrow();
    expect(has).toBe(termsId);
  });

  it('take nobody over while as many mails as may wait to leave, and go on once they have left', async () => {
    await proposeNext({ period: 'P8M' });
    await makeMailsWait(db, people[0] as DeveloperId, mostMailsWaiting);
    expect(await walk()).toMatchObject({ state: 'examined', settled: 7 });
    await approve();
    const walkThrough = async () => {
      for (;;) {
        const leg = await walk();
        if (!leg.goesOn) return leg;
      }
    };
    const standing = walkThrough();
    await sleep(1_200);
    expect((await rows()).filter(({ outcome }) => outcome !== null)).toEqual([]);
    await letMailsLeave(db);
    expect(await standing).toMatchObject({ state: 'moved', settled: 7, goesOn: false });
  });

  it('leave where they are those who are put elsewhere just before it is decided', async () => {
    await proposeNext({ period: 'P10M' });
    await walk();
    await approve();
    const leaving = people[1] as DeveloperId;
    const once = { ...deps };
    deps = {
      ...once,
      async transact(developerId, ...given) {
        if (developerId === leaving && given[0].actor.id === second) await put(leaving, null);
        return once.transact(developerId, ...given);
      },
    };
    expect(await walk()).toMatchObject({ state: 'moved' });
    deps = once;
    expect((await rows()).find(({ developerId }) => developerId === leaving)).toMatchObject({
      outcome: 'left',
      dueOn: null,
    });
    const { tierId: isIn } = await db
      .selectFrom('developers')
      .select('tierId')
      .where('id', '=', leaving)
      .executeTakeFirstOrThrow();
    expect(isIn).toBeNull();
  });

  it('are walked no further once a later version took their place', async () => {
    const former = termsId;
    await proposeNext({ period: 'P7M' });
    await walk();
    await approve();
    expect(await walkTermsLeg(deps, former, { cursor: null }, quiet)).toMatchObject({ state: 'moved', goesOn: false });
  });
});
