import { assignTier } from '../../../api/tiers';
import type { Database } from '../../../db/database';
import { tierInForce } from '../../../db/queries/terms';
import { AvowError } from '../../../domain/errors';
import type { DeveloperId, TermsId, TierId } from '../../../domain/ids';
import { route } from '../../route';

/** Each developer is an event of its own, with the version that is in force now. */
export const assignTierRoute = route(assignTier, async ({ body, actor, deps, newId }) => {
  const { db, lifecycle } = deps;
  const { tierId, developerIds } = body;
  let termsId = await termsInForce(db, tierId);
  const assign = async () => {
    const known = await placesOf(db, developerIds);
    const items = [];
    for (const developerId of developerIds) {
      const id = newId('evt');
      const place = known.get(developerId);
      const outcome = outcomeOf(place, { tierId, termsId });
      if (outcome === 'assigned')
        await lifecycle.transact(developerId, { id, type: 'terms.changed', actor, tierId, termsId });
      items.push({ developerId, legalName: place?.legalName ?? null, outcome });
    }
    return items;
  };
  const items = await assign();
  // A version may have come into force meanwhile, and its walk over the tier have ended before these were in it.
  for (let now = await termsInForce(db, tierId); now !== termsId; now = await termsInForce(db, tierId)) {
    termsId = now;
    await assign();
  }
  return { items };
});

/** The version that a tier goes by; null where it, or no tier, has none. Throws request.invalid where there is no such tier. */
async function termsInForce(db: Database, tierId: TierId | null): Promise<TermsId | null> {
  if (tierId === null) return null;
  const tier = await tierInForce(db, tierId);
  if (!tier)
    throw new AvowError('request.invalid', 'Correct what is named below.', [
      { path: '/tierId', message: 'there is no such tier; name one from the list of tiers' },
    ]);
  return tier.termsId;
}

type Place = Awaited<ReturnType<typeof placesOf>> extends ReadonlyMap<DeveloperId, infer Of> ? Of : never;

function outcomeOf(place: Place | undefined, wanted: Pick<Place, 'tierId' | 'termsId'>) {
  if (place === undefined) return 'not-found' as const;
  if (place.offboardedAt !== null) return 'offboarded' as const;
  const isSo = place.tierId === wanted.tierId && place.termsId === wanted.termsId;
  return isSo ? ('unchanged' as const) : ('assigned' as const);
}

async function placesOf(db: Database, ids: readonly DeveloperId[]) {
  const rows = await db
    .selectFrom('developers')
    .innerJoin('developerProfiles', 'developerProfiles.developerId', 'developers.id')
    .select(['developers.id', 'developers.tierId', 'developers.termsId', 'developers.offboardedAt'])
    .select('developerProfiles.legalName')
    .where('developers.id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, ...place }) => [id, place] as const));
}
