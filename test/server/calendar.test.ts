import type { Database } from '../../db/database';
import { addDays } from '../../domain/calendar/zoned';
import { type AttestedApp, checked, type Enrolled, enrol, newcomer, submit } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let app: AttestedApp;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  ({ server, developer, app } = await newcomer(db));
});

interface Entry {
  uid: string;
  on: string;
  summary: string;
}

async function entries(query: Record<string, string> = {}, of = developer): Promise<Entry[]> {
  const { text, headers } = await ask(server).get(`${of.base}/calendar.ics`).query(query).set(of.session).expect(200);
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  expect(text).toMatch(/END:VCALENDAR\r\n$/);
  return entriesOf(text);
}

/** The events of an iCalendar file: lines are unfolded first. */
function entriesOf(text: string): Entry[] {
  const unfolded = text.replace(/\r\n[ \t]/g, '');
  return [...unfolded.matchAll(/BEGIN:VEVENT\r\n(.*?)END:VEVENT/gs)].map(([, body = '']) => {
    const valueOf = (name: string) => new RegExp(`^${name}[^:]*:(.*)\\r$`, 'm').exec(body)?.[1] ?? '';
    const day = valueOf('DTSTART;VALUE=DATE');
    return {
      uid: valueOf('UID'),
      on: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
      summary: valueOf('SUMMARY').replaceAll('\\', ''),
    };
  });
}

async function dueOn(): Promise<string> {
  const plan = await db
    .selectFrom('plans')
    .select('dueOn')
    .where('developerId', '=', developer.developerId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return plan.dueOn as string;
}

describe('the calendar', () => {
  it('has the day on which each app is due', async () => {
    developer = await enrol(server, 'native', 'wechat-mini');
    const day = await dueOn();
    const found = await entries();
    expect(found.map(({ on, summary }) => ({ on, summary }))).toEqual([
      { on: day, summary: 'Attestation due: Shop native' },
      { on: day, summary: 'Attestation due: Shop wechat-mini' },
    ]);
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(2);
    const [one] = await entries({ appId: developer.apps[1]?.appId ?? '' });
    expect(one?.summary).toBe('Attestation due: Shop wechat-mini');
  });

  it('says it in Chinese', async () => {
    expect((await entries({ language: 'zh-CN' }))[0]?.summary).toBe('声明截止：Shop native');
  });

  it('moves the entry when more time was granted', async () => {
    const [before] = await entries();
    const untilOn = addDays(await dueOn(), 10);
    const { body } = await ask(server)
      .post(`${developer.base}/extensions`)
      .set(developer.session)
      .send({ untilOn, plan: 'The release is in ten days.' })
      .expect(201);
    await ask(server)
      .post(`/v1/extensions/${body.id}/decision`)
      .set(await server.session(await server.staff('am')))
      .send({ outcome: 'grant', reason: 'A sound plan.' })
      .expect(200);
    const [after] = await entries();
    expect(after).toEqual({ ...before, on: untilOn });
  });

  it('has the next attestation once this one is accepted, under the name that it will have when it is due', async () => {
    const submission = await submit(server, developer, app);
    await checked(server, developer, submission.id, 'green');
    await ask(server)
      .post(`/v1/reviews/${submission.id}/decisions`)
      .set(await server.session(await server.staff('am')))
      .send({
        items: submission.items.map(({ requirementId }: { requirementId: string }) => ({
          requirementId,
          outcome: 'accept',
        })),
      })
      .expect(200);
    const [next] = await entries();
    expect(next).toMatchObject({ on: '2027-11-23', summary: 'Next attestation due: Shop native' });
    server.time.now = Date.parse('2027-09-24T02:00:00Z');
    await server.deps.lifecycle.transact(developer.developerId, {
      id: 'evt_calendaropens',
      type: 'clock.ticked',
      actor: { kind: 'clock', id: 'test' },
    } as never);
    const session = await server.session(developer.signatory);
    const [due] = await entries({}, { ...developer, session });
    expect(due).toEqual({ ...next, summary: 'Attestation due: Shop native' });
  });

  it('has the last day to cure a finding', async () => {
    const submission = await submit(server, developer, app);
    await checked(server, developer, submission.id, 'green');
    const am = await server.session(await server.staff('am'));
    const items = submission.items.map(({ requirementId }: { requirementId: string }) => ({
      requirementId,
      outcome: 'accept',
    }));
    await ask(server).post(`/v1/reviews/${submission.id}/decisions`).set(am).send({ items }).expect(200);
    const { body } = await ask(server)
      .post(`${developer.base}/findings`)
      .set(am)
      .send({
        appId: app.appId,
        obligation: 'notice',
        clause: '3.2',
        facts: 'The policy does not name the SDK any more.',
        evidence: ['https://harbourlight.example/privacy'],
      })
      .expect(201);
    expect(await entries()).toContainEqual({
      uid: `cure-${body.id}@avow`,
      on: body.dueOn,
      summary: 'Finding to be cured: Shop native',
    });
  });

  it('is not for others, nor about apps of others', async () => {
    const other = await enrol(server, 'native');
    await ask(server).get(`${developer.base}/calendar.ics`).set(other.session).expect(404);
    await ask(server).get(`${other.base}/calendar.ics`).query({ appId: app.appId }).set(other.session).expect(404);
  });
});
