import type { Day, Duration } from '../../domain/calendar/instant';
import type {
  AlertId,
  AppId,
  DeveloperId,
  FreezeDayId,
  HoldId,
  KeyId,
  PersonId,
  PlanId,
  ReleaseId,
} from '../../domain/ids';
import type { InstantColumn, NullableInstantColumn } from './lifecycle';

/** What the outbox carries for enforcement. */
export type EnforcementErrand = 'wake-held' | 'release-developer' | 'send-enforcement-alert';

/** What people decide about enforcement as a whole. Rows are never rewritten: each is ended once, by somebody who is named. */
export interface EnforcementTables {
  /** Lasts until it is lifted. */
  holds: {
    id: HoldId;
    /** null: everybody. */
    developerId: DeveloperId | null;
    reason: string;
    placedBy: PersonId;
    placedAt: InstantColumn;
    liftedBy: PersonId | null;
    liftedAt: NullableInstantColumn;
    liftReason: string | null;
  };
  /** Days without suspensions, vendor time. */
  freezeDays: {
    id: FreezeDayId;
    /** null: everybody. */
    developerId: DeveloperId | null;
    day: Day;
    reason: string;
    addedBy: PersonId;
    addedAt: InstantColumn;
    removedBy: PersonId | null;
    removedAt: NullableInstantColumn;
    removalReason: string | null;
  };
  /** From the first step over the budget until none waits for it: one alert for the leads. */
  enforcementAlerts: {
    id: AlertId;
    openedAt: InstantColumn;
    closedAt: NullableInstantColumn;
    budgetSize: number;
    budgetWindow: Duration;
  };
  alertMails: { alertId: AlertId; personId: PersonId; settledAt: InstantColumn };
  /** A list of plans that one person names and another releases past the budget. */
  releases: {
    id: ReleaseId;
    reason: string;
    proposedBy: PersonId;
    proposedAt: InstantColumn;
    confirmedBy: PersonId | null;
    confirmedAt: NullableInstantColumn;
  };
  releasePlans: {
    releaseId: ReleaseId;
    planId: PlanId;
    developerId: DeveloperId;
    appId: AppId;
    step: 'restrict' | 'suspend';
    /** null until it was carried to the developer. */
    outcome: 'released' | 'passed-over' | null;
    settledAt: NullableInstantColumn;
  };
  /** How often a key was verified in the hour that began then. */
  keyUsage: { keyId: KeyId; hourAt: InstantColumn; count: number };
}
