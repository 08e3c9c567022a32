import type { z } from 'zod';
import { type deskTodayView, getDeskToday } from '../../../api/desk';
import { iso, isoOrNull } from '../../../api/values';
import { loadNeeds, type Need, type Waiting } from '../../../db/queries/desk-needs';
import { loadSuspensionsAhead } from '../../../db/queries/desk-suspensions';
import { workingDaysBetween } from '../../../domain/calendar/working-days';
import { dayOf } from '../../../domain/calendar/zoned';
import type { ServerDeps } from '../../deps';
import { route } from '../../route';
import { nameOf, scopeOf } from './scope';

export const getDeskTodayRoute = route(getDeskToday, async ({ query, caller, deps, now }) => {
  const scope = await scopeOf(query.scope, caller, deps, now);
  const { needs, ahead } = await deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => ({
      needs: await loadNeeds(transaction, scope, now, query.first),
      ahead: await loadSuspensionsAhead(transaction, scope, now, query.first),
    }));
  const shown = <Extra, View>(need: Need<Extra>, also: (row: Waiting & Extra) => View) => ({
    count: need.count,
    overdueCount: need.overdueCount,
    items: need.rows.map((row) => ({ ...waitingOf(row, deps, now), ...also(row) })),
  });
  return {
    asOf: iso(now),
    scope: nameOf(scope),
    reviews: shown(needs.reviews, ({ submissionId, ...row }) => ({ submissionId, app: appOf(row) })),
    extensions: shown(needs.extensions, ({ extensionId, untilOn }) => ({ extensionId, untilOn })),
    exemptions: shown(needs.exemptions, ({ exemptionId, submissionId, obligation, askedUntilOn, ...row }) => ({
      exemptionId,
      submissionId,
      obligation,
      askedUntilOn,
      app: appOf(row),
    })),
    appeals: shown(needs.appeals, ({ appealId, against, isAcknowledged, ...row }) => ({
      appealId,
      against,
      isAcknowledged,
      app: appOf(row),
    })),
    findings: shown(needs.findings, ({ findingId, obligation, ...row }) => ({
      findingId,
      obligation,
      app: appOf(row),
    })),
    bounced: shown(needs.bounced, ({ noticeId, template }) => ({ noticeId, template })),
    notStarted: shown(needs.notStarted, ({ cycleId, dueOn, appCount }) => ({ cycleId, dueOn, appCount })),
    suspensions: {
      ...ahead.totals,
      items: ahead.rows.map(({ developerId, legalName, notBeforeAt, keyCount, verificationsLastDay, ...row }) => ({
        developer: { id: developerId, legalName },
        app: appOf(row),
        notBeforeAt: iso(notBeforeAt),
        keyCount,
        verificationsLastDay,
      })),
    },
  };
});

function waitingOf(
  { developerId, legalName, since, dueAt, isOverdue, offsetMs }: Waiting,
  { lifecycle: { terms, calendars } }: ServerDeps,
  now: number,
) {
  const { timeZone, country } = terms.vendor;
  const [from, to] = [dayOf(since, timeZone), dayOf(now + offsetMs, timeZone)];
  return {
    developer: { id: developerId, legalName },
    since: iso(since),
    workingDaysWaiting: workingDaysBetween(from, to, country, calendars),
    dueAt: isoOrNull(dueAt),
    isOverdue,
  };
}

type ShownApp = z.output<typeof deskTodayView>['reviews']['items'][number]['app'];

const appOf = ({ appId, appName }: { appId: ShownApp['id']; appName: string }): ShownApp => ({
  id: appId,
  name: appName,
});
