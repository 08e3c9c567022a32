import { type Kysely, type Selectable, sql } from 'kysely';
import type { DeveloperId, TermsId, TierId } from '../../domain/ids';
import type { TierTerms } from '../../domain/terms/tier-terms';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;
type TermsRow = Selectable<Tables['termsVersions']>;

/** A tier as it stands. */
export interface TierStanding extends Selectable<Tables['tiers']> {
  inForce: TermsRow | null;
  /** Waits for its second person. */
  proposed: TermsRow | null;
  /** Those who have not left. */
  developers: number;
  /** How many of them do not go by the version in force yet. */
  behind: number;
}

/** Every tier, by name; there are few. Or the one of this id, if there is one. */
export async function loadTiers(db: Db, id?: TierId): Promise<TierStanding[]> {
  const tiers = await db
    .selectFrom('tiers')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 'tir_none'))
    .orderBy('name')
    .execute();
  const versions = await db
    .selectFrom('termsVersions')
    .selectAll()
    .where('state', 'in', ['in-force', 'proposed'])
    .execute();
  const { rows: counts } = await sql<{ tierId: TierId; developers: number; behind: number }>`
    select developers.tier_id, count(*) as developers,
      count(*) filter (where developers.terms_id is distinct from terms_versions.id) as behind
    from developers left join terms_versions on terms_versions.tier_id = developers.tier_id and terms_versions.state = 'in-force'
    where developers.offboarded_at is null and ${id === undefined ? sql`developers.tier_id is not null` : sql`developers.tier_id = ${id}`}
    group by developers.tier_id`.execute(db);
  return tiers.map((tier) => {
    const ofTier = versions.filter(({ tierId }) => tierId === tier.id);
    const { developers, behind } = counts.find(({ tierId }) => tierId === tier.id) ?? { developers: 0, behind: 0 };
    return {
      ...tier,
      inForce: ofTier.find(({ state }) => state === 'in-force') ?? null,
      proposed: ofTier.find(({ state }) => state === 'proposed') ?? null,
      developers,
      behind,
    };
  });
}

/** What a tier is called and what it goes by, with nobody counted; undefined where there is none of this id. `terms` are null where it has none of its own. */
export function tierInForce(db: Db, id: TierId) {
  return withTerms(db).where('tiers.id', '=', id).executeTakeFirst();
}

/** The same of every tier, by its name in small letters; there are few. */
export async function tiersByName(db: Db) {
  const tiers = await withTerms(db).execute();
  return new Map(tiers.map((tier) => [tier.name.toLowerCase(), tier] as const));
}

function withTerms(db: Db) {
  return db
    .selectFrom('tiers')
    .leftJoin('termsVersions', (on) =>
      on.onRef('termsVersions.tierId', '=', 'tiers.id').on('termsVersions.state', '=', 'in-force'),
    )
    .select(['tiers.id', 'tiers.name', 'termsVersions.id as termsId', 'termsVersions.terms']);
}

/** Every version of a tier's terms, the newest first. */
export function termsVersionsOf(db: Db, tierId: TierId): Promise<TermsRow[]> {
  return db.selectFrom('termsVersions').selectAll().where('tierId', '=', tierId).orderBy('number', 'desc').execute();
}

/** One version; undefined where there is none. */
export function termsVersion(db: Db, id: TermsId): Promise<TermsRow | undefined> {
  return db.selectFrom('termsVersions').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What a tier agreed with this developer; null where they go by what the product ships with, undefined where there is none of this id. */
export async function termsHeldBy(db: Db, developerId: DeveloperId): Promise<TierTerms | null | undefined> {
  const held = await db
    .selectFrom('developers')
    .leftJoin('termsVersions', 'termsVersions.id', 'developers.termsId')
    .select('termsVersions.terms')
    .where('developers.id', '=', developerId)
    .executeTakeFirst();
  return held?.terms;
}
