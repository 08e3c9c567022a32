import type { Instant } from '../calendar/instant';
import type { AppId, PersonId, SuspensionRequestId } from '../ids';
import type { StaffRole } from '../permissions';

/** Suspensions that people of the vendor's decide on: no clock brings them about, and no cure lifts them (rule 7). */
export const decidedClasses = ['account-manager', 'legal'] as const;
export type DecidedClass = (typeof decidedClasses)[number];

export const suspensionRequestStates = ['open', 'confirmed', 'refused', 'withdrawn'] as const;

/** One person of the vendor's wants an app suspended at once; another one has to confirm. */
export interface SuspensionRequest {
  id: SuspensionRequestId;
  appId: AppId;
  class: DecidedClass;
  /** What happened and why, in words the developer is told. */
  reason: string;
  /** The clause it rests on, as its number. */
  clause: string;
  state: (typeof suspensionRequestStates)[number];
  requestedBy: PersonId;
  requestedAt: Instant;
  decidedBy: PersonId | null;
  decidedAt: Instant | null;
  /** Why it was refused, in words for the vendor's people. */
  decisionReason: string | null;
}

/** Who asks for a suspension of a class, and who confirms it. */
export const decidersOf: Readonly<Record<DecidedClass, readonly StaffRole[]>> = {
  'account-manager': ['am', 'lead', 'admin'],
  legal: ['legal', 'admin'],
};
