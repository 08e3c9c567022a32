import { acknowledgeAppeal, decideAppeal } from '../../api/appeals';
import {
  cancelCampaign,
  examineCampaign,
  pauseCampaign,
  proposeCampaign,
  resumeCampaign,
  startCampaign,
} from '../../api/campaigns';
import { assignDevelopers, nudgeDevelopers } from '../../api/desk-developers';
import { endExemption } from '../../api/exemptions';
import { decideExtension } from '../../api/extensions';
import { decideFinding, raiseFinding, withdrawFinding } from '../../api/findings';
import { addFreezeDay, liftHold, placeHold, removeFreezeDay } from '../../api/holds';
import { startImport, stopImport, uploadImport } from '../../api/imports';
import { writeNote } from '../../api/notes';
import { confirmNotice } from '../../api/notices';
import type { AnyOperation } from '../../api/operation';
import { addStaff, changeStaff } from '../../api/people';
import { publishPolicy } from '../../api/policies';
import { concludePostMortem } from '../../api/post-mortems';
import { downloadPopulation } from '../../api/records';
import { confirmRelease, proposeRelease } from '../../api/releases';
import { askReviewQuestion } from '../../api/review-questions';
import { decideReview } from '../../api/reviews';
import { endLeave, enterLeave, handOverPortfolio } from '../../api/staff';
import {
  confirmSuspension,
  liftSuspension,
  refuseSuspension,
  requestSuspension,
  undoSuspension,
  withdrawSuspension,
} from '../../api/suspensions';
import { closeTask } from '../../api/tasks';
import { announceTermination, confirmTermination, withdrawTermination } from '../../api/terminations';
import { approveTerms, withdrawTerms } from '../../api/terms-versions';
import { assignTier, createTier, proposeTerms, renameTier } from '../../api/tiers';
import { createToken, revokeToken } from '../../api/tokens';
import { listWrongfulEnforcements } from '../../api/wrongful-enforcements';
import { isSecondPerson } from '../../domain/lifecycle/second-person';
import type { StaffRole } from '../../domain/permissions';

interface Act {
  operation: AnyOperation;
  /** The states in which it is possible; any where none are named. */
  from?: readonly string[];
  /** What it says of every other state. */
  otherwise?: 'decided' | 'unanswered' | 'notInForce' | 'lifted';
  /** Whoever began it finishes it never (`second`), or only they do (`first`). */
  by?: 'second' | 'first';
}

/**
 * What the vendor's people do on the desk: who may comes from the operation in api/, in which states from here. The server asks the
 * domain all the same; this is why a button is not for pressing.
 */
export const acts = {
  decideReview: { operation: decideReview, from: ['submitted'], otherwise: 'decided', by: 'second' },
  askReviewQuestion: { operation: askReviewQuestion, from: ['submitted'], otherwise: 'decided', by: 'second' },
  decideExtension: { operation: decideExtension, from: ['open'], otherwise: 'decided', by: 'second' },
  raiseFinding: { operation: raiseFinding },
  decideFinding: { operation: decideFinding, from: ['answered'], otherwise: 'unanswered' },
  withdrawFinding: { operation: withdrawFinding, from: ['open', 'answered'], otherwise: 'decided' },
  endExemption: { operation: endExemption, from: ['granted'], otherwise: 'notInForce' },
  acknowledgeAppeal: { operation: acknowledgeAppeal, from: ['open'], otherwise: 'decided' },
  decideAppeal: { operation: decideAppeal, from: ['open'], otherwise: 'decided' },
  requestSuspension: { operation: requestSuspension },
  confirmSuspension: { operation: confirmSuspension, from: ['open'], otherwise: 'decided', by: 'second' },
  refuseSuspension: { operation: refuseSuspension, from: ['open'], otherwise: 'decided', by: 'second' },
  withdrawSuspension: { operation: withdrawSuspension, from: ['open'], otherwise: 'decided', by: 'first' },
  liftSuspension: { operation: liftSuspension, from: ['open'], otherwise: 'lifted' },
  undoSuspension: { operation: undoSuspension, from: ['open'], otherwise: 'lifted' },
  concludePostMortem: { operation: concludePostMortem, from: ['open'], otherwise: 'decided' },
  announceTermination: { operation: announceTermination },
  confirmTermination: { operation: confirmTermination, from: ['announced'], otherwise: 'decided', by: 'second' },
  withdrawTermination: { operation: withdrawTermination, from: ['announced'], otherwise: 'decided' },
  placeHold: { operation: placeHold },
  liftHold: { operation: liftHold, from: ['open'], otherwise: 'lifted' },
  addFreezeDay: { operation: addFreezeDay },
  removeFreezeDay: { operation: removeFreezeDay, from: ['ahead'], otherwise: 'decided' },
  proposeRelease: { operation: proposeRelease },
  confirmRelease: { operation: confirmRelease, from: ['proposed'], otherwise: 'decided', by: 'second' },
  publishPolicy: { operation: publishPolicy, from: ['draft'], otherwise: 'decided' },
  examineCampaign: { operation: examineCampaign, from: ['draft', 'examined'], otherwise: 'decided' },
  proposeCampaign: { operation: proposeCampaign, from: ['examined'], otherwise: 'decided' },
  startCampaign: { operation: startCampaign, from: ['proposed'], otherwise: 'decided' },
  pauseCampaign: { operation: pauseCampaign, from: ['running'], otherwise: 'decided' },
  resumeCampaign: { operation: resumeCampaign, from: ['paused'], otherwise: 'decided' },
  cancelCampaign: { operation: cancelCampaign },
  confirmNotice: { operation: confirmNotice, from: ['queued', 'bounced'], otherwise: 'decided' },
  nudgeDevelopers: { operation: nudgeDevelopers },
  assignDevelopers: { operation: assignDevelopers },
  writeNote: { operation: writeNote },
  closeTask: { operation: closeTask },
  addStaff: { operation: addStaff },
  changeStaff: { operation: changeStaff },
  enterLeave: { operation: enterLeave },
  endLeave: { operation: endLeave },
  handOver: { operation: handOverPortfolio },
  createToken: { operation: createToken },
  revokeToken: { operation: revokeToken },
  createTier: { operation: createTier },
  renameTier: { operation: renameTier },
  assignTier: { operation: assignTier },
  proposeTerms: { operation: proposeTerms },
  approveTerms: { operation: approveTerms },
  withdrawTerms: { operation: withdrawTerms },
  uploadImport: { operation: uploadImport },
  startImport: { operation: startImport },
  stopImport: { operation: stopImport },
  readRecords: { operation: downloadPopulation },
  readWrongful: { operation: listWrongfulEnforcements },
} as const satisfies Record<string, Act>;
export type ActName = keyof typeof acts;

/** What an action is about, as far as it can stand in the way. */
export interface Subject {
  state?: string;
  /** Who began it. */
  begunBy?: string | null;
  /** Roles to which the domain narrows it for this one. */
  roles?: readonly StaffRole[];
}

/** Why an action is not for this person now; null where it is. */
export type Refusal =
  | { kind: 'role'; roles: readonly StaffRole[] }
  | { kind: NonNullable<Act['otherwise']> | 'samePerson' | 'notBegun' };

/** Asks the table above. `who`: the person and their role with the vendor. */
export function refusalOf(
  name: ActName,
  who: { personId: string; role: StaffRole },
  { state, begunBy, roles }: Subject = {},
): Refusal | null {
  const { operation, from, otherwise, by }: Act = acts[name];
  if (from && state !== undefined && !from.includes(state)) return { kind: otherwise ?? 'decided' };
  const allowed = (operation.access.staff ?? []).filter((role) => !roles || roles.includes(role));
  if (!allowed.includes(who.role)) return { kind: 'role', roles: allowed };
  if (by && begunBy != null) {
    const isAnother = isSecondPerson(begunBy, who.personId);
    if (by === 'second' && !isAnother) return { kind: 'samePerson' };
    if (by === 'first' && isAnother) return { kind: 'notBegun' };
  }
  return null;
}
