import { loadNeeds, type Need, type Waiting } from '../db/queries/desk-needs';
import { countStandings } from '../db/queries/desk-portfolio';
import { ownScope } from '../db/queries/desk-scope';
import { loadSuspensionsAhead } from '../db/queries/desk-suspensions';
import { leavesFrom } from '../db/workspace/leaves';
import type { Instant } from '../domain/calendar/instant';
import { workingDaysBetween } from '../domain/calendar/working-days';
import { dayOf } from '../domain/calendar/zoned';
import type { DeveloperId, PersonId, SubmissionId } from '../domain/ids';
import { portalPaths } from '../domain/paths';
import { actingFor } from '../domain/staff/leave';
import { renderDigest } from '../mail';
import type { ActivityDeps } from './deps';
import { sendUntilSettled } from './sending';

interface Reader {
  personId: PersonId;
}

const shownOfEach = 20;

export function createDigestActivities(deps: ActivityDeps) {
  return {
    /** Everybody who works at the desk and is not away. */
    async digestReaders(): Promise<Reader[]> {
      const readers = await deps.db
        .selectFrom('staff')
        .select('personId')
        .where('isActive', '=', true)
        .where('role', 'in', ['am', 'lead'])
        .orderBy('personId')
        .execute();
      const today = dayOf(deps.clock.now(), deps.lifecycle.terms.vendor.timeZone);
      const leaves = await leavesFrom(deps.db, today);
      return readers.filter(({ personId }) => actingFor(personId, leaves, today) === personId);
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
      const scope = reader.role === 'am' ? await ownScope(deps.db, personId, dayOf(now, timeZone)) : 'all';
      const needs = await loadNeeds(deps.db, scope, now, shownOfEach);
      const ahead = await loadSuspensionsAhead(deps.db, scope, now, shownOfEach);
      const standings = await countStandings(deps.db, scope);
      const on = (row: { developerId: DeveloperId; legalName: string }) => ({
        organisation: { name: row.legalName },
        link: paths.deskDeveloper(row.developerId),
      });
      const awaiting = (row: Waiting & { appName: string }) => ({
        ...on(row),
        app: { name: row.appName },
        since: row.since,
        workingDaysWaiting: workingDaysSince(deps, row, now),
        isOverdue: row.isOverdue,
      });
      const reviewed = (row: Waiting & { appName: string; submissionId: SubmissionId }) => ({
        ...awaiting(row),
        link: paths.deskReview(row.submissionId),
      });
      const mail = renderDigest({
        language: reader.language,
        timeZone,
        now,
        recipient: { name: reader.name ?? '' },
        vendor: { ...vendor, privacyNoticeUrl: paths.privacyNotice },
        link: paths.desk,
        reviews: listed(needs.reviews, reviewed),
        answers: listed(needs.answers, (row) => ({ ...reviewed(row), obligation: row.obligation })),
        extensions: listed(needs.extensions, (row) => ({ ...on(row), requestedAt: row.since, untilOn: row.untilOn })),
        exemptions: listed(needs.exemptions, (row) => ({ ...reviewed(row), untilOn: row.askedUntilOn })),
        appeals: listed(needs.appeals, awaiting),
        findings: listed(needs.findings, awaiting),
        bounced: listed(needs.bounced, (row) => ({ ...on(row), what: row.template, bouncedAt: row.since })),
        notStarted: listed(needs.notStarted, (row) => ({ ...on(row), dueOn: row.dueOn, apps: row.appCount })),
        suspensions: {
          count: ahead.totals.count,
          items: ahead.rows.map((row) => ({
            ...on(row),
            app: { name: row.appName },
            notBeforeAt: row.notBeforeAt,
            liveKeys: row.keyCount,
          })),
        },
        standings,
      });
      await sendUntilSettled(deps.mailer, {
        to: reader.email,
        messageId: `<digest.${dayOf(now, timeZone)}.${personId}@${mailDomain}>`,
        ...mail,
      });
    },
  };
}

function listed<Extra, Row>({ count, rows }: Need<Extra>, show: (row: Waiting & Extra) => Row) {
  return { count, items: rows.map(show) };
}

function workingDaysSince({ lifecycle }: ActivityDeps, { since, offsetMs }: Waiting, now: Instant): number {
  const { timeZone, country } = lifecycle.terms.vendor;
  return workingDaysBetween(dayOf(since, timeZone), dayOf(now + offsetMs, timeZone), country, lifecycle.calendars);
}
