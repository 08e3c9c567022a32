import { leavesFrom } from '../db/workspace/leaves';
import { dayOf } from '../domain/calendar/zoned';
import type { AlertId } from '../domain/ids';
import { portalPaths } from '../domain/paths';
import { reachedFor } from '../domain/staff/leave';
import { renderBudgetAlert } from '../mail';
import type { ActivityDeps } from './deps';
import { sendUntilSettled } from './sending';

/** Mails an alert to every lead or who stands in, to the admins where there is none; to nobody twice, and under the same Message-ID after a crash. */
export async function sendEnforcementAlert(deps: ActivityDeps, alertId: AlertId): Promise<void> {
  const alert = await deps.db
    .selectFrom('enforcementAlerts')
    .selectAll()
    .where('id', '=', alertId)
    .executeTakeFirstOrThrow();
  const { publicUrl, vendor, mailDomain } = deps.settings;
  const paths = portalPaths(publicUrl);
  for (const reader of await readersOf(deps, alertId)) {
    const mail = renderBudgetAlert({
      language: reader.language,
      timeZone: deps.lifecycle.terms.vendor.timeZone,
      now: alert.openedAt,
      recipient: { name: reader.name ?? '' },
      vendor: { ...vendor, privacyNoticeUrl: paths.privacyNotice },
      link: paths.deskEnforcement,
      budget: { apps: alert.budgetSize, window: alert.budgetWindow },
    });
    const messageId = `<${alertId}.${reader.personId}@${mailDomain}>`;
    const { outcome } = await sendUntilSettled(deps.mailer, { to: reader.email ?? '', messageId, ...mail });
    if (outcome === 'bounced') deps.logger.error({ alertId, personId: reader.personId }, 'an alert bounced');
    await deps.db
      .insertInto('alertMails')
      .values({ alertId, personId: reader.personId, settledAt: new Date(deps.clock.now()) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function readersOf(deps: ActivityDeps, alertId: AlertId) {
  const staff = await deps.db
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.personId')
    .leftJoin('alertMails', (join) =>
      join.onRef('alertMails.personId', '=', 'staff.personId').on('alertMails.alertId', '=', alertId),
    )
    .select(['staff.personId', 'staff.role', 'staff.language', 'people.name', 'people.email', 'alertMails.settledAt'])
    .where('staff.isActive', '=', true)
    .where('people.email', 'is not', null)
    .orderBy('staff.addedAt')
    .execute();
  const leads = staff.filter((one) => one.role === 'lead');
  const group = leads.length > 0 ? leads : staff.filter((one) => one.role === 'admin');
  const today = dayOf(deps.clock.now(), deps.lifecycle.terms.vendor.timeZone);
  return reachedFor(group, staff, await leavesFrom(deps.db, today), today).filter((one) => one.settledAt === null);
}
