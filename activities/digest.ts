import { loadDigest } from '../db/queries/digest';
import { isWorkingDay } from '../domain/calendar/working-days';
import { addDays, dayOf } from '../domain/calendar/zoned';
import type { PersonId } from '../domain/ids';
import { portalPaths } from '../domain/paths';
import { renderDigest } from '../mail';
import type { ActivityDeps } from './deps';

interface Reader {
  personId: PersonId;
}

export function createDigestActivities(deps: ActivityDeps) {
  return {
    /** Everybody who works at the desk. */
    async digestReaders(): Promise<Reader[]> {
      return deps.db
        .selectFrom('staff')
        .select('personId')
        .where('isActive', '=', true)
        .where('role', 'in', ['am', 'lead'])
        .orderBy('personId')
        .execute();
    },

    /** The desk's day in one mail: an account manager's own developers, a lead's all. Sent again it is the same mail. */
    async sendDigest({ personId }: Reader): Promise<void> {
      const reader = await deps.db
        .selectFrom('staff')
        .innerJoin('people', 'people.id', 'staff.personId')
        .select(['staff.role', 'staff.language', 'people.name', 'people.email'])
        .where('staff.personId', '=', personId)
        .where('staff.isActive', '=', true)
        .executeTakeFirst();
      if (!reader?.email) return;
      const now = deps.clock.now();
      const { timeZone } = deps.lifecycle.terms.vendor;
      const { publicUrl, vendor, mailDomain } = deps.settings;
      const paths = portalPaths(publicUrl);
      const rows = await loadDigest(deps.db, reader.role === 'am' ? personId : null, now);
      const on = (row: { developerId: Parameters<typeof paths.deskDeveloper>[0]; legalName: string }) => ({
        organisation: { name: row.legalName },
        link: paths.deskDeveloper(row.developerId),
      });
      const mail = renderDigest({
        language: reader.language,
        timeZone,
        now,
        recipient: { name: reader.name ?? '' },
        vendor: { ...vendor, privacyNoticeUrl: paths.privacyNotice },
        link: paths.desk,
        reviews: rows.reviews.map((row) => ({
          ...on(row),
          app: { name: row.appName },
          submittedAt: row.signedAt,
          workingDaysWaiting: workingDaysBetween(deps, row.signedAt, now + row.offsetMs),
          isOverdue: row.reviewDueAt !== null && row.reviewDueAt <= now + row.offsetMs,
        })),
        extensions: rows.extensions.map((row) => ({ ...on(row), requestedAt: row.requestedAt, untilOn: row.untilOn })),
        bounced: rows.bounced.map((row) => ({ ...on(row), what: row.template, bouncedAt: row.bouncedAt })),
        notStarted: rows.notStarted.map((row) => ({ ...on(row), dueOn: row.dueOn, apps: row.apps })),
        suspensions: rows.suspensions.map((row) => ({
          ...on(row),
          app: { name: row.appName },
          notBeforeAt: row.notBeforeAt,
          liveKeys: row.liveKeys,
        })),
        standings: rows.standings,
      });
      await deps.mailer.send({
        to: reader.email,
        messageId: `<digest.${dayOf(now, timeZone)}.${personId}@${mailDomain}>`,
        ...mail,
      });
    },
  };
}

function workingDaysBetween(deps: ActivityDeps, from: number, to: number): number {
  const { timeZone, country } = deps.lifecycle.terms.vendor;
  const last = dayOf(to, timeZone);
  let count = 0;
  for (let day = addDays(dayOf(from, timeZone), 1); day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day, country, deps.lifecycle.calendars)) count += 1;
  }
  return count;
}
