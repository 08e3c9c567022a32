import { isCancellation, proxyActivities, proxyLocalActivities, uuid4 } from '@temporalio/workflow';
import type { createObligationActivities } from '../activities/obligations';
import type { DeveloperId, EventId } from '../domain/ids';
import type { Agenda } from '../domain/lifecycle/agenda';
import type { Procedure } from '../domain/lifecycle/next-wake';
import { heartbeatTimeout } from './heartbeat';

type Activities = ReturnType<typeof createObligationActivities>;

/** Quick ones run inside the workflow task: no event but a marker. */
const quick = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: '8 seconds',
  retry: { initialInterval: '200 milliseconds', maximumAttempts: 3 },
});

/** The same, for when the record is slow or away: tried until it answers. */
const patient = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

type Step = (developerId: DeveloperId) => Promise<Agenda>;

/** A step of the procedure: the decider is asked and its transaction made, once, however often it has to be tried. */
function step(name: keyof Activities): Step {
  return async (developerId) => {
    const eventId: EventId = `evt_${uuid4().replaceAll('-', '')}`;
    try {
      return await quick[name]({ developerId, eventId });
    } catch (fault) {
      if (isCancellation(fault)) throw fault;
      return patient[name]({ developerId, eventId });
    }
  };
}

/** Something changed: look at the record anew. */
export const takeStock = step('takeStock');
export const openCycle = step('openCycle');
export const scheduleImport = step('scheduleImport');
export const remind = step('remind');
export const giveNotice = step('giveNotice');
export const escalate = step('escalate');
export const lapse = step('lapse');
export const restrict = step('restrict');
export const suspend = step('suspend');
export const renewNotice = step('renewNotice');
export const attendReview = step('attendReview');
export const attendAppeal = step('attendAppeal');
export const attendTermination = step('attendTermination');
export const expireKey = step('expireKey');
export const endExemption = step('endExemption');

const steps: Readonly<Record<Procedure, Step>> = {
  'open-cycle': openCycle,
  'schedule-import': scheduleImport,
  remind,
  'give-notice': giveNotice,
  escalate,
  lapse,
  restrict,
  suspend,
  'renew-notice': renewNotice,
  'attend-review': attendReview,
  'attend-appeal': attendAppeal,
  'attend-termination': attendTermination,
  'expire-key': expireKey,
  'end-exemption': endExemption,
};

export function procedureFor(procedure: Procedure): Step {
  return steps[procedure];
}
