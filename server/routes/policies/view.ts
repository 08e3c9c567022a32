import type { z } from 'zod';
import type { namedPerson, policySummaryView, policyView } from '../../../api/policies';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { namesOfPeople } from '../../../db/queries/names';
import { clausesInForce, type PolicyVersionRow } from '../../../db/workspace/policies';
import type { PersonId, PolicyVersionId } from '../../../domain/ids';
import { type Clause, compareClauses, obligationsTouched } from '../../../domain/policies/policy-version';
import { notFound } from '../../problems';

type Names = ReadonlyMap<PersonId, string>;

export function personOf(id: PersonId, names: Names): z.output<typeof namedPerson> {
  return { id, name: names.get(id) ?? id };
}

/** Throws 404 when there is no such version. */
export async function policyOr404(db: Database, id: PolicyVersionId): Promise<PolicyVersionRow> {
  const policy = await db.selectFrom('policyVersions').selectAll().where('id', '=', id).executeTakeFirst();
  if (!policy) throw notFound('policy version');
  return policy;
}

/** A version beside what it replaced, or would replace now. */
export async function policyViewOf(db: Database, id: PolicyVersionId): Promise<z.output<typeof policyView>> {
  const policy = await policyOr404(db, id);
  const inForce = await clausesInForce(db);
  const names = await namesOfPeople(db, peopleOf(policy));
  return {
    ...policySummaryOf(policy, inForce, names),
    summary: policy.summary,
    clauses: compareClauses(policy.clausesBefore ?? inForce, policy.clauses).map((change) => ({ ...change })),
  };
}

export function policySummaryOf(
  row: PolicyVersionRow,
  inForce: readonly Clause[],
  names: Names,
): z.output<typeof policySummaryView> {
  const { id, title, isMaterial, sdkProducts, catalogueVersion, effectiveOn, authors, publishedBy } = row;
  return {
    id,
    title,
    state: row.publishedAt === null ? 'draft' : 'published',
    isMaterial,
    sdkProducts: [...sdkProducts],
    obligations: touchedBy(row, inForce),
    catalogueVersion,
    effectiveOn,
    authors: authors.map((author) => personOf(author, names)),
    changedAt: iso(row.changedAt),
    publishedBy: publishedBy === null ? null : personOf(publishedBy, names),
    publishedAt: isoOrNull(row.publishedAt),
  };
}

/** The obligations that rest on a clause that a version changed, or would change now. */
export function touchedBy(row: PolicyVersionRow, inForce: readonly Clause[]) {
  return obligationsTouched(compareClauses(row.clausesBefore ?? inForce, row.clauses), row.catalogueVersion);
}

export function peopleOf({ authors, publishedBy }: PolicyVersionRow): PersonId[] {
  return [...authors, ...(publishedBy === null ? [] : [publishedBy])];
}
