import { randomBytes } from 'node:crypto';
import { signSubmission } from '../../../api/submissions';
import type { Mandate } from '../../../db/queries/delegations';
import { developerTime } from '../../../db/queries/developer-time';
import type { EvidenceRow } from '../../../db/queries/evidence';
import { roundsOf, type SignedRounds, submissionsOfSignature } from '../../../db/queries/submissions';
import { holdMandate } from '../../../db/workspace/delegations';
import { takeDrafts } from '../../../db/workspace/drafts';
import { commitmentTo, keepSigned, type SignatureToKeep } from '../../../db/workspace/statements';
import { riskFlagsOf } from '../../../domain/catalogue/risk';
import type { TextLanguage } from '../../../domain/catalogue/text';
import { AvowError } from '../../../domain/errors';
import type { EvidenceId, StatementId } from '../../../domain/ids';
import { type SealedEvidence, type SealedRecord, sealedRecord } from '../../../domain/statements/record';
import { answer, route } from '../../route';
import { clausesOf } from '../drafts/view';
import { signingDelegation } from './capacity';
import { type Prepared, type PreparedApp, type PreparedStatement, prepare } from './prepare';
import { submissionViews } from './view';

interface Stated extends PreparedStatement {
  statementId: StatementId;
  app: PreparedApp;
}

export const signSubmissionRoute = route(signSubmission, async (call) => {
  const { params, body, caller, actor, deps, now, eventId, newId } = call;
  const { developerId } = params;
  const { typedName, typedTitle, words, language } = body.signature;
  const signatureId = newId('sig');
  const signed = async () => ({
    items: await submissionViews(deps.db, await submissionsOfSignature(deps.db, developerId, signatureId)),
  });
  // A repetition with its Idempotency-Key after the answer was lost: it was signed, and the drafts are gone.
  const before = await signed();
  if (before.items.length > 0) return answer(201, before);

  const { today } = await developerTime(deps.db, deps.settings, developerId, now);
  const delegation = signingDelegation(caller, developerId);
  const prepared = await prepare(deps.db, { developerId, appIds: body.appIds, language, today, delegation });
  refuseUnready(prepared, words);
  const stated: Stated[] = prepared.apps.flatMap((app) =>
    app.statements.map((statement) => ({ ...statement, app, statementId: newId('stm') })),
  );
  const signature: SignatureToKeep = {
    id: signatureId,
    developerId,
    signedBy: caller.personId,
    words,
    language,
    salt: randomBytes(32).toString('hex'),
    typedName,
    typedTitle,
    delegationId: prepared.mandate?.delegationId ?? null,
  };
  await deps.lifecycle.transact(
    developerId,
    {
      id: eventId,
      type: 'submission.signed',
      actor,
      signatureId,
      apps: prepared.apps.map((app) => ({
        appId: app.appId,
        statements: stated
          .filter((one) => one.app === app)
          .map(({ requirement, statementId }) => ({ obligation: requirement.obligation, statementId })),
        riskFlags: riskFlagsOf(app.allAnswers),
        ...(app.exemptions.length > 0 && { exemptions: app.exemptions }),
      })),
    },
    {
      async alongside(trx) {
        if (prepared.mandate)
          await holdMandate(trx, { ...prepared.mandate, personId: caller.personId }, deps.clock.now());
        const rounds = await roundsOf(trx, signatureId);
        const records = stated.map((one) => recordOf(one, prepared, signature, rounds));
        await keepSigned(trx, signature, records, rounds.signedAt);
        const drafts = stated.map(({ requirement }) => ({
          requirementId: requirement.id,
          version: requirement.draftVersion ?? 0,
        }));
        if (!(await takeDrafts(trx, drafts))) throw otherWords();
      },
    },
  );
  return answer(201, await signed());
});

function refuseUnready(prepared: Prepared, words: string): void {
  if (prepared.faults.length > 0) {
    throw new AvowError(
      'answers.invalid',
      'Nothing was signed. Complete the answers named in errors, then read and sign again.',
      prepared.faults,
    );
  }
  if (words !== prepared.words) throw otherWords();
}

function otherWords(): AvowError {
  return new AvowError(
    'draft.stale',
    'Nothing was signed: the words are not those that would be signed now. Load GET …/signing again, read it, and send its words unaltered.',
    [{ path: '/signature/words', message: 'are not the words of GET …/signing' }],
  );
}

function recordOf(
  { requirement, policy, statementId, app, text, answers, evidenceIds }: Stated,
  { organisation, evidence, mandate }: Prepared,
  signature: SignatureToKeep,
  { signedAt, submissions }: SignedRounds,
): SealedRecord {
  const submissionId = submissions.get(requirement.id);
  if (submissionId === undefined) throw new TypeError(`${requirement.id} was not submitted by this signature`);
  return sealedRecord({
    statementId,
    submissionId,
    requirementId: requirement.id,
    cycleId: requirement.cycleId,
    developerId: signature.developerId,
    organisation,
    app: { id: app.appId, name: app.name },
    sdkProduct: requirement.sdkProduct,
    obligation: requirement.obligation,
    catalogueVersion: requirement.catalogueVersion,
    ...(policy && { policyVersionId: policy.id }),
    clauses: clausesOf(requirement, policy),
    language: signature.language as TextLanguage,
    statement: text,
    answers,
    evidence: evidenceIds.flatMap((id) => sealedEvidence(id, evidence.get(id))),
    signature: {
      id: signature.id,
      words: signature.words,
      signedBy: signature.signedBy,
      hasAuthority: true,
      commitment: commitmentTo(signature),
      ...(mandate && { delegation: sealedDelegation(mandate) }),
    },
    signedAt,
  });
}

function sealedDelegation({ delegationId, agencyName, endsOn, ...mandate }: Mandate) {
  return { id: delegationId, agency: agencyName, endsOn, mandate };
}

function sealedEvidence(evidenceId: EvidenceId, file: EvidenceRow | undefined): SealedEvidence[] {
  return file ? [{ evidenceId, mediaType: file.mediaType, size: file.size, sha256: file.sha256 }] : [];
}
