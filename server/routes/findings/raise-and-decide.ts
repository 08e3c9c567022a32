import { answerFinding, decideFinding, raiseFinding, withdrawFinding } from '../../../api/findings';
import type { Database } from '../../../db/database';
import { findingOfEvent, unknownEvidence } from '../../../db/queries/findings';
import { AvowError } from '../../../domain/errors';
import { type DeveloperId, isId } from '../../../domain/ids';
import { refuseOwnPeople } from '../../own-people';
import { notFound } from '../../problems';
import { answer, route } from '../../route';
import { findingOr404 } from './findings';
import { findingViewOf } from './view';

export const raiseFindingRoute = route(raiseFinding, async ({ params, body, actor, deps, eventId }) => {
  const { developerId } = params;
  await refuseUnknownEvidence(deps.db, developerId, body.evidence);
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'finding.raised', actor, ...body });
  const finding = await findingOfEvent(deps.db, developerId, eventId);
  if (!finding) throw notFound('finding');
  return answer(201, findingViewOf(finding));
});

export const answerFindingRoute = route(answerFinding, async ({ params, body, actor, deps, eventId, reach }) => {
  const { findingId } = params;
  const { developerId } = await findingOr404(deps.db, findingId);
  reach(developerId);
  const evidence = body.evidence ?? [];
  await refuseUnknownEvidence(deps.db, developerId, evidence);
  const answered = { type: 'finding.answered', actor, findingId, answer: body.answer, evidence } as const;
  await deps.lifecycle.transact(developerId, { id: eventId, ...answered });
  return findingViewOf(await findingOr404(deps.db, findingId));
});

export const decideFindingRoute = route(decideFinding, async ({ params, body, caller, actor, deps, eventId }) => {
  const { findingId } = params;
  const { developerId } = await findingOr404(deps.db, findingId);
  await refuseOwnPeople(deps.db, caller, developerId, 'finding.same-person');
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'finding.decided', actor, findingId, ...body });
  return findingViewOf(await findingOr404(deps.db, findingId));
});

export const withdrawFindingRoute = route(withdrawFinding, async ({ params, body, caller, actor, deps, eventId }) => {
  const { findingId } = params;
  const { developerId } = await findingOr404(deps.db, findingId);
  await refuseOwnPeople(deps.db, caller, developerId, 'finding.same-person');
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'finding.withdrawn', actor, findingId, ...body });
  return findingViewOf(await findingOr404(deps.db, findingId));
});

/** What is named as a file must be one of this developer's. */
async function refuseUnknownEvidence(db: Database, developerId: DeveloperId, evidence: readonly string[]) {
  const unknown = await unknownEvidence(
    db,
    developerId,
    evidence.filter((one) => isId('evd', one)),
  );
  if (unknown.length === 0) return;
  throw new AvowError(
    'evidence.missing',
    'There is no such evidence file of this developer. Upload it first.',
    unknown.map((one) => ({ path: `/evidence/${evidence.indexOf(one)}`, message: 'This file is not known.' })),
  );
}
