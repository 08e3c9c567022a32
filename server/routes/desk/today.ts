import type { z } from 'zod';
import { type deskTodayView, getDeskToday } from '../../../api/desk';
import { iso, isoOrNull } from '../../../api/values';
import { loadNeeds, type Need, type Needs, type Waiting } from '../../../db/queries/desk-needs';
import type { DeskScope } from '../../../db/queries/desk-scope';
import { loadSuspensionsAhead, type SuspensionsAhead } from '../../../db/queries/desk-suspensions';
import type { Instant } from '../../../domain/calendar/instant';
import { workingDaysBetween } from '../../../domain/calendar/working-days';
import { dayOf } from '../../../domain/calendar/zoned';
import type { ServerDeps } from '../../deps';
import { SharedCount } from '../../desk/shared-count';
import { route } from '../../route';
import { nameOf, scopeOf } from './scope';

interface Today {
  asOf: Instant;
  needs: Needs;
  ahead: SuspensionsAhead;
}

const shared = new SharedCount<Today>();

export const getDeskTodayRoute = route(getDeskToday, async ({ query, caller, deps, now }) => {
  const scope = await scopeOf(query.scope, caller, deps, now);
  const read = () => readToday(deps, scope, now, query.first);
  const { needs, ahead, asOf } = await (scope === 'all' ? shared.of(deps.db, String(query.first), now, read) : read());
  const shown = <Extra, View>(need: Need<Extra>, also: (row: Waiting & Extra) => View) => ({
    count: need.count,
    overdueCount: need.overdueCount,
    items: need.rows.map((row) => ({ ...waitingOf(row, deps, asOf), ...also(row) })),
  });
  return {
    asOf: iso(asOf),
    scope: nameOf(scope),
    reviews: shown(needs.reviews, ({ submissionId, hasAnswers, ...row }) => ({
      submissionId,
      app: appOf(row),
      hasAnswers,
    })),
    answers: shown(needs.answers, ({ questionId, submissionId, requirementId, obligation, askedBy, ...row }) => ({
      questionId,
      submissionId,
      requirementId,
      obligation,
      askedBy,
      app: appOf(row),
    })),
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

async function readToday({ db }: ServerDeps, scope: DeskScope, now: Instant, first: number): Promise<Today> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => ({
      asOf: now,
      needs: await loadNeeds(transaction, scope, now, first),
      ahead: await loadSuspensionsAhead(transaction, scope, now, first),
    }));
}

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
