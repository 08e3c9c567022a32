import type { z } from 'zod';
import type { findingView } from '../../../api/findings';
import { iso, isoOrNull } from '../../../api/values';
import type { FindingRow } from '../../../db/queries/findings';
import type { Actor } from '../../../domain/lifecycle/events';
import { namedApp } from '../named-app';

type View = z.output<typeof findingView>;

/** A finding as those see it who may: the vendor's people by role alone, as in the timeline. */
export function findingViewOf(row: FindingRow): View {
  return {
    id: row.id,
    ...namedApp(row),
    obligation: row.obligation,
    clause: row.clause,
    facts: row.facts,
    evidence: row.evidence,
    state: row.state,
    raisedAt: iso(row.raisedAt),
    raisedBy: actorOf(row.raisedBy),
    answer: row.answer,
    answerEvidence: row.answerEvidence,
    answeredAt: isoOrNull(row.answeredAt),
    answeredBy: row.answeredBy,
    outcome: row.outcome,
    decidedAt: isoOrNull(row.decidedAt),
    decidedBy: row.decidedBy && actorOf(row.decidedBy),
    reason: row.reason,
    dueOn: row.dueOn,
    dueAt: isoOrNull(row.dueAt),
    clock: clockOf(row),
    restrictsNotBeforeAt: isoOrNull(row.restrictsNotBeforeAt),
    restrictedAt: isoOrNull(row.restrictedAt),
    suspendsNotBeforeAt: isoOrNull(row.suspendsNotBeforeAt),
    suspendedAt: isoOrNull(row.suspendedAt),
    blockedBy: row.blockedBy,
  };
}

function actorOf(actor: Actor): View['raisedBy'] {
  return { kind: actor.kind, id: actor.id, role: actor.kind === 'staff' ? actor.role : null };
}

function clockOf({ closedAt, stoppedAt }: FindingRow): View['clock'] {
  if (closedAt !== null) return 'ended';
  return stoppedAt === null ? 'running' : 'stopped';
}
