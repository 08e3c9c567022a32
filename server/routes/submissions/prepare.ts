import type { Database } from '../../../db/database';
import { type Mandate, mandateOf, type OwnDelegation } from '../../../db/queries/delegations';
import { type AskedRequirement, answersAround, isOutstanding, requirementsInForce } from '../../../db/queries/drafts';
import { type EvidenceRow, evidenceByIds } from '../../../db/queries/evidence';
import { namesToSign } from '../../../db/queries/submissions';
import { type PolicyVersionRow, policiesOfEditions } from '../../../db/workspace/policies';
import { canonicalHash } from '../../../db/workspace/statements';
import type { Day } from '../../../domain/calendar/instant';
import { catalogueEntry, statementText } from '../../../domain/catalogue';
import type { Answers, AnswersByObligation } from '../../../domain/catalogue/condition';
import { evidenceIdsIn, evidenceReferences } from '../../../domain/catalogue/references';
import { exemptionClaimIn } from '../../../domain/catalogue/risk';
import type { Text, TextLanguage } from '../../../domain/catalogue/text';
import { askedAnswers, validateAnswers } from '../../../domain/catalogue/validate';
import { AvowError, type FieldFault } from '../../../domain/errors';
import type { AppId, DeveloperId, EvidenceId } from '../../../domain/ids';
import type { ClaimedExemption } from '../../../domain/lifecycle/exemptions';
import { obligations } from '../../../domain/obligations';
import { documentToSign } from '../../../domain/statements/signing-document';
import { notFound } from '../../problems';

/** One statement as it would be signed now. */
export interface PreparedStatement {
  requirement: AskedRequirement;
  /** Under which words of the policy; null while those of the catalogue's edition hold. */
  policy: PolicyVersionRow | null;
  title: Text;
  clauses: readonly string[];
  text: string;
  answers: Answers;
  evidenceIds: EvidenceId[];
}

export interface PreparedApp {
  appId: AppId;
  name: string;
  statements: PreparedStatement[];
  /** All answers of the app, those that stand from before included. */
  allAnswers: AnswersByObligation;
  /** What is claimed in place of stating it. */
  exemptions: ClaimedExemption[];
  faults: FieldFault[];
}

/** What would be signed now, and what is in the way. */
export interface Prepared {
  organisation: string;
  apps: PreparedApp[];
  evidence: Map<EvidenceId, EvidenceRow>;
  words: string;
  /** Under which it would be signed; null for the developer's own people. */
  mandate: Mandate | null;
  faults: FieldFault[];
}

interface Asked {
  developerId: DeveloperId;
  /** Without it: every app that has something outstanding. */
  appIds?: readonly AppId[];
  language: TextLanguage;
  today: Day;
  /** Under which it would be signed; null for the developer's own people. */
  delegation: OwnDelegation | null;
}

/** Reads and judges everything that is outstanding. Throws 404 for foreign apps, app.retired, submission.nothing-outstanding. */
export async function prepare(db: Database, asked: Asked): Promise<Prepared> {
  const { developerId, appIds, language, today, delegation } = asked;
  if (appIds) await refuseForeign(db, developerId, appIds);
  const inForce = await requirementsInForce(db, developerId, appIds);
  const wanted = appIds ?? [...new Set(inForce.filter(isOutstanding).map((row) => row.appId))];
  if (wanted.length === 0) throw nothingOutstanding();
  const apps = await Promise.all(wanted.map((appId) => preparedApp(db, inForce, appId, language, today)));
  const ids = apps.flatMap((app) => app.statements.flatMap((statement) => statement.evidenceIds));
  const evidence = await evidenceByIds(db, developerId, ids);
  for (const app of apps) app.faults.push(...evidenceFaults(app, evidence, language));
  const { organisation } = await namesToSign(db, developerId);
  const mandate = delegation && (await mandateOf(db, delegation.delegationId));
  return {
    organisation,
    apps,
    evidence,
    words: wordsOf({ organisation, apps, evidence, language, mandate }),
    mandate,
    faults: apps.flatMap((app) => app.faults),
  };
}

async function refuseForeign(db: Database, developerId: DeveloperId, appIds: readonly AppId[]): Promise<void> {
  const apps = await db
    .selectFrom('apps')
    .select(['id', 'retiredAt'])
    .where('developerId', '=', developerId)
    .where('id', 'in', [...appIds])
    .execute();
  if (apps.length !== new Set(appIds).size) throw notFound('app');
  const retired = apps.find((app) => app.retiredAt !== null);
  if (retired)
    throw new AvowError('app.retired', `Leave ${retired.id} out: it is retired, nothing is asked of it any more.`);
}

async function preparedApp(
  db: Database,
  inForce: readonly AskedRequirement[],
  appId: AppId,
  language: TextLanguage,
  today: Day,
): Promise<PreparedApp> {
  const outstanding = inForce.filter((row) => row.appId === appId && isOutstanding(row));
  const [any] = outstanding;
  if (!any) throw nothingOutstanding();
  // Should two cycles ask the same, the one that opened last says what is stated.
  const latest = obligations.flatMap(
    (obligation) => outstanding.findLast((row) => row.obligation === obligation) ?? [],
  );
  const around = await Promise.all(latest.map((row) => answersAround(db, inForce, row)));
  const given: AnswersByObligation = Object.assign({}, ...around);
  const asked = latest.map((requirement) => {
    const { sdkProduct: product, obligation, catalogueVersion: version, draftAnswers } = requirement;
    const answers = askedAnswers({ product, obligation, version, otherAnswers: given, answers: draftAnswers ?? {} });
    return { requirement, answers };
  });
  const allAnswers: AnswersByObligation = {
    ...given,
    ...Object.fromEntries(asked.map(({ requirement, answers }) => [requirement.obligation, answers])),
  };
  const policies = await policiesOfEditions(
    db,
    latest.map(({ catalogueVersion }) => catalogueVersion),
  );
  const statements = asked.map(({ requirement, answers }) =>
    preparedStatement(requirement, policies.get(requirement.catalogueVersion) ?? null, answers, language),
  );
  const faults = statements.flatMap(({ requirement, answers }) => {
    const { sdkProduct: product, obligation, catalogueVersion: version } = requirement;
    return validateAnswers({ product, obligation, version, answers, otherAnswers: allAnswers, today, language }).map(
      (fault) => ({ path: `/apps/${appId}/${obligation}${fault.path}`, message: fault.message }),
    );
  });
  const exemptions = statements.flatMap(claimedIn);
  return { appId, name: any.appName ?? appId, statements, allAnswers, exemptions, faults };
}

/** The legal exemption that a statement claims, taken from its answers; none where it is simply stated. */
function claimedIn({ requirement: { obligation }, answers }: PreparedStatement): ClaimedExemption[] {
  const claim = exemptionClaimIn({ [obligation]: answers });
  if (claim === null) return [];
  const { statute, jurisdiction, reason, endsOn } = claim;
  return [{ obligation, statute, jurisdiction, reason, endsOn }];
}

function preparedStatement(
  requirement: AskedRequirement,
  policy: PolicyVersionRow | null,
  answers: Answers,
  language: TextLanguage,
): PreparedStatement {
  const { sdkProduct, obligation, catalogueVersion } = requirement;
  const { title, clauses } = catalogueEntry(catalogueVersion, obligation, sdkProduct).obligation;
  return {
    requirement,
    policy,
    title,
    clauses,
    text: statementText(obligation, sdkProduct, language, catalogueVersion, answers),
    answers,
    evidenceIds: evidenceIdsIn(answers),
  };
}

const evidenceWords = {
  gone: {
    en: 'This file is not among your uploads any more. Upload it again and give its new id.',
    'zh-CN': '贵方上传的文件中已没有此文件，请重新上传并填写新的编号。',
  },
  wrongType: {
    en: 'This file is of another type than is asked for here. Upload one of: ',
    'zh-CN': '此文件类型不符合要求，请上传以下类型之一：',
  },
};

function evidenceFaults(
  app: PreparedApp,
  evidence: Map<EvidenceId, EvidenceRow>,
  language: TextLanguage,
): FieldFault[] {
  return app.statements.flatMap(({ requirement, answers }) => {
    const { sdkProduct, obligation, catalogueVersion } = requirement;
    return evidenceReferences(sdkProduct, catalogueVersion, { [obligation]: answers }).flatMap((reference) => {
      const file = evidence.get(reference.evidenceId);
      const path = `/apps/${app.appId}/${obligation}${reference.path}`;
      if (!file || file.isDestroyed) return [{ path, message: evidenceWords.gone[language] }];
      if (reference.accepts.includes(file.mediaType)) return [];
      return [{ path, message: evidenceWords.wrongType[language] + reference.accepts.join(', ') }];
    });
  });
}

interface Worded extends Pick<Prepared, 'organisation' | 'apps' | 'evidence' | 'mandate'> {
  language: TextLanguage;
}

function wordsOf({ organisation, apps, evidence, language, mandate }: Worded): string {
  const statements = apps.flatMap((app) => app.statements);
  const versions = statements.map(({ requirement }) => requirement.catalogueVersion).sort();
  const answersHash = canonicalHash(
    statements.map(({ requirement, policy, answers, evidenceIds }) => ({
      requirementId: requirement.id,
      // A clause that is reworded between reading and signing shows as well.
      ...(policy && { policyVersionId: policy.id }),
      answers,
      files: evidenceIds.map((id) => evidence.get(id)?.sha256 ?? null),
    })),
  );
  return documentToSign({
    language,
    organisation,
    apps: apps.map((app) => ({
      name: app.name,
      statements: app.statements.map(({ title, clauses, text }) => ({ title: title[language], clauses, words: text })),
    })),
    version: versions.at(-1) ?? '',
    mandate: mandate ?? undefined,
    answersHash,
  });
}

function nothingOutstanding(): AvowError {
  return new AvowError(
    'submission.nothing-outstanding',
    'Nothing is outstanding here: it is under review or attested.',
  );
}
