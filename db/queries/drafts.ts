import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { Answers, AnswersByObligation } from '../../domain/catalogue/condition';
import type { AppId, DeveloperId, RequirementId, StatementId } from '../../domain/ids';
import type { RequirementState } from '../../domain/lifecycle/state';
import { type ObligationSlug, obligations } from '../../domain/obligations';
import { sealedClauses } from '../../domain/policies/asked-clauses';
import type { Clause } from '../../domain/policies/policy-version';
import type { SealedRecord } from '../../domain/statements/record';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** A requirement with what is drafted for it and what was last stated under it. */
export type AskedRequirement = Awaited<ReturnType<typeof findRequirement>> & {};

/** The requirements of a developer, each with its app, its draft and its statement. */
export function requirementsQuery(db: Db, developerId: DeveloperId) {
  return db
    .selectFrom('requirements')
    .innerJoin('apps', 'apps.id', 'requirements.appId')
    .innerJoin('cycles', 'cycles.id', 'requirements.cycleId')
    .leftJoin('appProfiles', 'appProfiles.appId', 'requirements.appId')
    .leftJoin('drafts', 'drafts.requirementId', 'requirements.id')
    .leftJoin('statements', 'statements.id', 'requirements.statementId')
    .where('requirements.developerId', '=', developerId)
    .select([
      'requirements.id',
      'requirements.cycleId',
      'requirements.appId',
      'requirements.obligation',
      'requirements.catalogueVersion',
      'requirements.state',
      'requirements.statementId',
      'requirements.reasonCode',
      'requirements.reason',
      'apps.sdkProduct',
      'apps.retiredAt as appRetiredAt',
      'appProfiles.name as appName',
      'cycles.closedAt as cycleClosedAt',
      'drafts.answers as draftAnswers',
      'drafts.version as draftVersion',
      'drafts.savedBy',
      'drafts.savedAt',
      'statements.record as statedRecord',
    ]);
}

/** One requirement; undefined when it is none of this developer's. */
export async function findRequirement(db: Db, developerId: DeveloperId, requirementId: RequirementId) {
  return requirementsQuery(db, developerId).where('requirements.id', '=', requirementId).executeTakeFirst();
}

/** The requirements of open cycles, in the order of the walk for each app. With `appIds` of these apps only. */
export async function requirementsInForce(
  db: Db,
  developerId: DeveloperId,
  appIds?: readonly AppId[],
): Promise<AskedRequirement[]> {
  let query = requirementsQuery(db, developerId)
    .where('cycles.closedAt', 'is', null)
    .where('requirements.state', '!=', 'superseded');
  if (appIds) query = query.where('requirements.appId', 'in', appIds.length > 0 ? appIds : ['' as AppId]);
  return query.orderBy('cycles.openedAt').orderBy('requirements.appId').orderBy('requirements.id').execute();
}

/** True while the developer may still answer. */
export function isOutstanding({ state }: { state: RequirementState }): boolean {
  return state === 'open' || state === 'returned';
}

/**
 * What is answered so far for one app: what was stated where that stands, what is drafted elsewhere. What its cycle asks comes before
 * what another open one does.
 */
export function answersSoFar(
  requirements: readonly AskedRequirement[],
  { appId, cycleId }: Pick<AskedRequirement, 'appId' | 'cycleId'>,
): AnswersByObligation {
  const answers: Partial<Record<ObligationSlug, Answers>> = {};
  const ofApp = requirements.filter((row) => row.appId === appId);
  const [own, others] = [true, false].map((isOwn) => ofApp.filter((row) => (row.cycleId === cycleId) === isOwn));
  for (const requirement of [...(others ?? []), ...(own ?? [])]) {
    const given = isOutstanding(requirement) ? requirement.draftAnswers : statedAnswers(requirement);
    if (given) answers[requirement.obligation] = given;
  }
  return answers;
}

/** The same, and what stands from before for an obligation that no open cycle asks: an exemption's end asks for one alone. */
export async function answersAround(
  db: Db,
  requirements: readonly AskedRequirement[],
  requirement: Pick<AskedRequirement, 'id' | 'appId' | 'cycleId'>,
): Promise<AnswersByObligation> {
  const answers: Partial<Record<ObligationSlug, Answers>> = {};
  for (const obligation of obligations) {
    if (requirements.some((row) => row.appId === requirement.appId && row.obligation === obligation)) continue;
    const earlier = await lastAccepted(db, { ...requirement, obligation });
    if (earlier) answers[obligation] = earlier.answers;
  }
  return { ...answers, ...answersSoFar(requirements, requirement) };
}

/** The answers that were signed under a requirement; null when none were. */
export function statedAnswers({ statedRecord }: Pick<AskedRequirement, 'statedRecord'>): Answers | null {
  return statedRecord ? ((statedRecord as { answers: Answers }).answers ?? null) : null;
}

/** What was last accepted for the same obligation of the same app. */
export interface EarlierStatement {
  id: StatementId;
  catalogueVersion: string;
  signedAt: Instant;
  answers: Answers;
  /** As they read when it was signed. */
  clauses: Clause[];
}

/** The last accepted statement before this requirement; null when there is none. */
export async function lastAccepted(
  db: Db,
  { id, appId, obligation }: { id: RequirementId; appId: AppId; obligation: ObligationSlug },
): Promise<EarlierStatement | null> {
  const row = await db
    .selectFrom('requirements')
    .innerJoin('statements', 'statements.id', 'requirements.statementId')
    .select(['statements.id', 'statements.record', 'requirements.catalogueVersion', 'statements.createdAt'])
    .where('requirements.appId', '=', appId)
    .where('requirements.obligation', '=', obligation)
    .where('requirements.state', 'in', ['accepted', 'exempt'])
    .where('requirements.id', '!=', id)
    .orderBy('requirements.decidedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { answers, obligation: sealed } = row.record as unknown as SealedRecord;
  const { id: statementId, catalogueVersion, createdAt: signedAt } = row;
  return { id: statementId, catalogueVersion, signedAt, answers, clauses: sealedClauses(sealed) };
}

/** The steps that were entered in the open cycles of an app; empty when none are open. */
export async function stepsEntered(db: Db, developerId: DeveloperId, appId: AppId) {
  return db
    .selectFrom('plans')
    .select(['walkStep', 'walkSteps', 'cycleId'])
    .where('developerId', '=', developerId)
    .where('appId', '=', appId)
    .where('cycleId', 'is not', null)
    .where('closedAt', 'is', null)
    .orderBy('openedAt', 'desc')
    .execute();
}
