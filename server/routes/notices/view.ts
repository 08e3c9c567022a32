import type { z } from 'zod';
import type { noticeSummary, noticeView } from '../../../api/notices';
import type { AnyOperation } from '../../../api/operation';
import { iso, isoOrNull } from '../../../api/values';
import type { ListedNotice, LoadedDelivery } from '../../../db/queries/notices';
import { vendorAudiences } from '../../../db/queries/notices';
import { gateTemplates } from '../../../domain/lifecycle/notices';
import type { Caller } from '../../caller';
import type { Call } from '../../route';

/** Who looks: the vendor's people see every mail, a developer's person their own, a backend none. */
export interface Viewer {
  as: Call<AnyOperation>['as'];
  caller: Caller;
}

/** A notice as lists show it. Where it went within the vendor is not told to others. */
export function summaryOf(
  notice: ListedNotice,
  deliveries: readonly LoadedDelivery[],
  viewer: Viewer,
): z.output<typeof noticeSummary> {
  return { ...factsOf(notice, viewer), deliveries: seenBy(viewer, notice, deliveries).map(deliveryOf) };
}

/** A notice as it was sent. */
export function viewOf(
  notice: ListedNotice,
  deliveries: readonly LoadedDelivery[],
  viewer: Viewer,
): z.output<typeof noticeView> {
  return {
    ...factsOf(notice, viewer),
    deliveries: seenBy(viewer, notice, deliveries).map((delivery) => ({
      ...deliveryOf(delivery),
      response: viewer.as === 'staff' ? delivery.response : null,
      mail: isReadableBy(viewer, delivery) ? mailOf(delivery) : null,
    })),
  };
}

function factsOf(notice: ListedNotice, { as }: Viewer) {
  return {
    id: notice.id,
    template: notice.template,
    rung: notice.rung,
    opensGate: gateTemplates.includes(notice.template),
    appIds: notice.appIds,
    cycleId: notice.cycleId,
    audience: notice.audience.filter((audience) => as !== 'developer' || !vendorAudiences.includes(audience)),
    state: notice.state,
    createdAt: iso(notice.createdAt),
    acceptedAt: isoOrNull(notice.acceptedAt),
    bouncedAt: isoOrNull(notice.bouncedAt),
    confirmations: notice.confirmations.map(({ at, ...rest }) => ({ ...rest, at: iso(at) })),
  };
}

function seenBy({ as }: Viewer, { id }: ListedNotice, deliveries: readonly LoadedDelivery[]): LoadedDelivery[] {
  return deliveries.filter(
    ({ noticeId, audience }) => noticeId === id && (as !== 'developer' || !vendorAudiences.includes(audience)),
  );
}

function deliveryOf({ personId, audience, state, attempts, messageId, sentAt, settledAt }: LoadedDelivery) {
  return {
    personId,
    audience,
    state,
    attempts,
    messageId,
    sentAt: isoOrNull(sentAt),
    settledAt: isoOrNull(settledAt),
  };
}

function isReadableBy({ as, caller }: Viewer, { personId }: LoadedDelivery): boolean {
  return as === 'staff' || (caller.kind === 'person' && caller.personId === personId);
}

function mailOf({ subject, text, html }: LoadedDelivery) {
  return subject === null || text === null || html === null ? null : { subject, text, html };
}
