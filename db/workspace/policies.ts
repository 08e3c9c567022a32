import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { type CatalogueVersion, currentCatalogueVersion } from '../../domain/catalogue';
import type { PersonId, PolicyVersionId } from '../../domain/ids';
import { type Clause, clausesOf, type PolicyDraft } from '../../domain/policies/policy-version';
import type { Database } from '../database';
import type { Tables } from '../tables';

export type PolicyVersionRow = Selectable<Tables['policyVersions']>;

/** The version that was published last; undefined while none was. */
export async function policyInForce(db: Kysely<Tables>): Promise<PolicyVersionRow | undefined> {
  return db
    .selectFrom('policyVersions')
    .selectAll()
    .where('publishedAt', 'is not', null)
    .orderBy('publishedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The version that was published last by this edition of the catalogue: what its requirements are asked in. Null while none was. */
export async function policyOfEdition(
  db: Kysely<Tables>,
  catalogueVersion: CatalogueVersion,
): Promise<PolicyVersionRow | null> {
  const policy = await db
    .selectFrom('policyVersions')
    .selectAll()
    .where('publishedAt', 'is not', null)
    .where('catalogueVersion', '=', catalogueVersion)
    .orderBy('publishedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return policy ?? null;
}

/** The same of several editions, each asked for once. */
export async function policiesOfEditions(
  db: Kysely<Tables>,
  catalogueVersions: Iterable<CatalogueVersion>,
): Promise<ReadonlyMap<CatalogueVersion, PolicyVersionRow | null>> {
  const policies = new Map<CatalogueVersion, PolicyVersionRow | null>();
  for (const version of new Set(catalogueVersions)) policies.set(version, await policyOfEdition(db, version));
  return policies;
}

/** The clauses as they were last published here, or as the catalogue has them. */
export async function clausesInForce(db: Kysely<Tables>): Promise<readonly Clause[]> {
  return (await policyInForce(db))?.clauses ?? clausesOf(currentCatalogueVersion);
}

/** Keeps a draft of a version. The same id again changes nothing. */
export async function draftPolicy(
  db: Database,
  id: PolicyVersionId,
  draft: PolicyDraft,
  by: PersonId,
  now: Instant,
): Promise<void> {
  await db
    .insertInto('policyVersions')
    .values({
      id,
      ...columnsOf(draft),
      clausesBefore: null,
      authors: JSON.stringify([by]),
      draftedAt: new Date(now),
      changedAt: new Date(now),
      publishedBy: null,
      publishedAt: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Writes a draft anew; who does is one of its authors from then on. False when it is published already. */
export async function changePolicy(
  db: Database,
  id: PolicyVersionId,
  draft: PolicyDraft,
  by: PersonId,
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const known = await lockedDraft(trx, id);
    if (!known) return false;
    await trx
      .updateTable('policyVersions')
      .set({
        ...columnsOf(draft),
        authors: JSON.stringify([...new Set([...known.authors, by])]),
        changedAt: new Date(now),
      })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

/** Publishes a draft as it stands, with the clauses it replaces; `judge` throws to refuse it. False when it is published already. */
export async function publishPolicy(
  db: Database,
  id: PolicyVersionId,
  by: PersonId,
  now: Instant,
  judge: (draft: PolicyVersionRow, inForce: readonly Clause[]) => void,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // One after another: each is compared with what is in force when it is published.
    await trx.selectFrom('policyVersions').select('id').orderBy('id').forUpdate().execute();
    const draft = await lockedDraft(trx, id);
    if (!draft) return false;
    const before = await clausesInForce(trx);
    judge(draft, before);
    await trx
      .updateTable('policyVersions')
      .set({ clausesBefore: JSON.stringify(before), publishedBy: by, publishedAt: new Date(now) })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

function lockedDraft(db: Kysely<Tables>, id: PolicyVersionId): Promise<PolicyVersionRow | undefined> {
  return db
    .selectFrom('policyVersions')
    .selectAll()
    .where('id', '=', id)
    .where('publishedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

function columnsOf({ clauses, summary, sdkProducts, ...rest }: PolicyDraft) {
  return {
    ...rest,
    clauses: JSON.stringify(clauses),
    summary: JSON.stringify(summary),
    sdkProducts: JSON.stringify(sdkProducts),
  };
}
