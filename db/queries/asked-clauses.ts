import type { Kysely } from 'kysely';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { inForce } from '../../domain/catalogue/editions';
import type { AppId, DeveloperId } from '../../domain/ids';
import { type ObligationSlug, obligationEditions } from '../../domain/obligations';
import type { Obligation } from '../../domain/obligations/obligation';
import { askedClauses } from '../../domain/policies/asked-clauses';
import type { Clause } from '../../domain/policies/policy-version';
import type { Tables } from '../tables';
import { policiesOfEditions } from '../workspace/policies';

/** The clauses of obligations in the words in which they are asked. */
export type ClausesByObligation = Readonly<Partial<Record<ObligationSlug, readonly Clause[]>>>;

/**
 * The clauses of these obligations as these apps are asked them now: by the newest edition in which one of them was asked, as the policy
 * published last by it has them. What none of them was ever asked is in the words of the edition that asks today.
 */
export async function clausesAskedOf(
  db: Kysely<Tables>,
  { developerId, appIds, obligations }: Asked,
): Promise<ClausesByObligation> {
  if (obligations.length === 0) return {};
  const rows =
    appIds.length === 0
      ? []
      : await db
          .selectFrom('requirements')
          .select(({ fn }) => ['obligation', fn.max('catalogueVersion').as('catalogueVersion')])
          .where('developerId', '=', developerId)
          .where('appId', 'in', [...appIds])
          .where('obligation', 'in', [...obligations])
          .groupBy('obligation')
          .execute();
  const versions = new Map(rows.map((row) => [row.obligation, row.catalogueVersion]));
  const versionOf = (slug: ObligationSlug) => versions.get(slug) ?? currentCatalogueVersion;
  const policies = await policiesOfEditions(db, obligations.map(versionOf));
  return Object.fromEntries(
    obligations.map((slug) => {
      const edition = inForce<Obligation<ObligationSlug>>(obligationEditions, versionOf(slug)).get(slug);
      if (!edition) throw new RangeError(`catalogue version ${versionOf(slug)} has no ${slug}`);
      return [slug, askedClauses(edition, policies.get(versionOf(slug))?.clauses ?? null)];
    }),
  );
}

interface Asked {
  developerId: DeveloperId;
  appIds: readonly AppId[];
  obligations: readonly ObligationSlug[];
}
