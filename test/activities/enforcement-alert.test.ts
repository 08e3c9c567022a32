import { randomBytes } from 'node:crypto';
import type { ActivityDeps } from '../../activities/deps';
import { sendEnforcementAlert } from '../../activities/enforcement-alert';
import type { Database } from '../../db/database';
import { endLeave, enterLeave } from '../../db/workspace/leaves';
import { addStaff } from '../../db/workspace/staff';
import { dayOf } from '../../domain/calendar/zoned';
import { type AlertId, idFrom } from '../../domain/ids';
import type { StaffRole } from '../../domain/permissions';
import { activityDeps } from '../support/activity-deps';
import { testDatabase } from '../support/database';
import { testInbox } from '../support/inbox';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));

describe('the alert over the budget', () => {
  let db: Database;
  let deps: ActivityDeps;
  let inbox: Awaited<ReturnType<typeof testInbox>>;

  const hire = (role: StaffRole, email: string) =>
    addStaff(db, { personId: id('per'), name: `A ${role}`, email, role, language: 'en' }, Date.now());
  const alert = async (): Promise<AlertId> => {
    const alertId = id('alr');
    await db
      .updateTable('enforcementAlerts')
      .set({ closedAt: new Date(deps.clock.now()) })
      .execute();
    await db
      .insertInto('enforcementAlerts')
      .values({
        id: alertId,
        openedAt: new Date(deps.clock.now()),
        closedAt: null,
        budgetSize: 10,
        budgetWindow: 'PT1H',
      })
      .execute();
    return alertId;
  };
  const readers = async (alertId: string) =>
    (await inbox.messages())
      .filter((mail) => mail.messageId.includes(alertId))
      .flatMap((mail) => mail.to)
      .sort();

  beforeAll(async () => {
    db = await testDatabase();
    inbox = await testInbox();
    ({ deps } = activityDeps(db, { smtpUrl: inbox.smtpUrl }));
    await hire('admin', 'admin@vendor.example');
    await hire('am', 'am@vendor.example');
  });

  it('goes to the admins while there is no lead', async () => {
    const alertId = await alert();
    await sendEnforcementAlert(deps, alertId);
    expect(await readers(alertId)).toEqual(['admin@vendor.example']);
  });

  it('goes to every lead, and to nobody twice, however often it is tried', async () => {
    await hire('lead', 'lead@vendor.example');
    await hire('lead', 'second-lead@vendor.example');
    const alertId = await alert();
    await sendEnforcementAlert(deps, alertId);
    await sendEnforcementAlert(deps, alertId);
    expect(await readers(alertId)).toEqual(['lead@vendor.example', 'second-lead@vendor.example']);
  });

  it('goes to who stands in for a lead who is away', async () => {
    const idOf = async (email: string) =>
      (await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
    const [personId, standInId] = [await idOf('second-lead@vendor.example'), await idOf('am@vendor.example')];
    const today = dayOf(deps.clock.now(), deps.lifecycle.terms.vendor.timeZone);
    const leave = { id: id('lve'), personId, standInId, fromOn: today, untilOn: today, enteredBy: personId };
    await enterLeave(db, leave, { now: deps.clock.now(), today });
    const alertId = await alert();
    await sendEnforcementAlert(deps, alertId);
    expect(await readers(alertId)).toEqual(['am@vendor.example', 'lead@vendor.example']);
    await endLeave(db, leave.id, personId, deps.clock.now());
  });

  it('that a mail server refuses is done with, and one of a server that is away is tried again', async () => {
    await hire('lead', 'bounce-lead@vendor.example');
    const alertId = await alert();
    await sendEnforcementAlert(deps, alertId);
    expect(await db.selectFrom('alertMails').select('personId').where('alertId', '=', alertId).execute()).toHaveLength(
      3,
    );
    const { deps: away } = activityDeps(db);
    await expect(sendEnforcementAlert(away, await alert())).rejects.toThrow(/did not take the mail/);
  });
});
