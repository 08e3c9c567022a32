import type { z } from 'zod';
import type { termsVersionView } from '../../../api/terms-versions';
import type { termsSummaryView, tierSummaryView, tierTerms, tierView } from '../../../api/tiers';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { namesOfPeople } from '../../../db/queries/names';
import { mailsWaiting } from '../../../db/queries/notices';
import { loadTiers, type TierStanding, termsVersion, termsVersionsOf, tierInForce } from '../../../db/queries/terms';
import { movesCounted, movesForeseen } from '../../../db/queries/terms-moves';
import type { TermsRow } from '../../../db/workspace/terms';
import type { Instant } from '../../../domain/calendar/instant';
import { dayOf } from '../../../domain/calendar/zoned';
import type { PersonId, TermsId, TierId } from '../../../domain/ids';
import { type TierTerms, tierTermsOf } from '../../../domain/terms/tier-terms';
import type { ServerDeps } from '../../deps';
import { notFound } from '../../problems';
import { personOf } from '../policies/view';

type Names = ReadonlyMap<PersonId, string>;
type Deps = Pick<ServerDeps, 'db' | 'lifecycle'>;

/** Over so many seconds the rate is told. */
const rateSeconds = 10;

/** What a tier is called and what it goes by. Throws 404 when there is no such tier. */
export async function tierOr404(db: Database, id: TierId) {
  const tier = await tierInForce(db, id);
  if (!tier) throw notFound('tier');
  return tier;
}

/** Throws 404 when there is no such version. */
export async function termsOr404(db: Database, id: TermsId): Promise<TermsRow> {
  const version = await termsVersion(db, id);
  if (!version) throw notFound('version of the terms');
  return version;
}

export function tierSummaryOf(tier: TierStanding): z.output<typeof tierSummaryView> {
  const { id, name, developers, behind, inForce, proposed } = tier;
  return { id, name, developers, behind, inForce: inForce?.id ?? null, proposed: proposed?.id ?? null };
}

export async function tierViewOf({ db, lifecycle }: Deps, id: TierId): Promise<z.output<typeof tierView>> {
  const [tier] = await loadTiers(db, id);
  if (!tier) throw notFound('tier');
  const versions = await termsVersionsOf(db, id);
  const names = await namesOfPeople(db, versions.flatMap(peopleOf));
  const shipped = tierTermsOf(lifecycle.terms);
  return {
    ...tierSummaryOf(tier),
    createdAt: iso(tier.createdAt),
    terms: termsOf(tier.inForce?.terms ?? shipped),
    shipped: termsOf(shipped),
    versions: versions.map((version) => termsSummaryOf(version, names)),
  };
}

export function termsSummaryOf(row: TermsRow, names: Names): z.output<typeof termsSummaryView> {
  const { id, tierId, number, state, note, proposedBy, proposedAt, approvedBy, approvedAt, endedBy, endedAt } = row;
  return {
    id,
    tierId,
    number,
    state,
    note,
    proposedBy: personOf(proposedBy, names),
    proposedAt: iso(proposedAt),
    approvedBy: approvedBy && personOf(approvedBy, names),
    approvedAt: isoOrNull(approvedAt),
    endedBy: endedBy && personOf(endedBy, names),
    endedAt: isoOrNull(endedAt),
  };
}

export async function termsViewOf(
  { db, lifecycle }: Deps,
  id: TermsId,
  now: Instant,
): Promise<z.output<typeof termsVersionView>> {
  const version = await termsOr404(db, id);
  const { name: tierName } = await tierOr404(db, version.tierId);
  const names = await namesOfPeople(db, peopleOf(version));
  const shipped = tierTermsOf(lifecycle.terms);
  const rollout = await db.selectFrom('termsRollouts').selectAll().where('termsId', '=', id).executeTakeFirst();
  const { count, foreseen: _foreseen, ...counted } = await movesCounted(db, id, now, rateSeconds);
  const from = dayOf(rollout?.examinedAt ?? now, lifecycle.terms.vendor.timeZone);
  return {
    ...termsSummaryOf(version, names),
    tierName,
    terms: termsOf(version.terms),
    before: termsOf((await formerOf(db, version))?.terms ?? shipped),
    shipped: termsOf(shipped),
    developers: count,
    preview: { ...(await movesForeseen(db, id, from)), examinedAt: isoOrNull(rollout?.examinedAt) },
    rollout:
      rollout?.startedAt == null
        ? null
        : {
            ...counted,
            mailsWaiting: rollout.state === 'moving' && version.state === 'in-force' ? await mailsWaiting(db) : null,
            startedAt: iso(rollout.startedAt),
            endedAt: isoOrNull(rollout.endedAt),
          },
  };
}

/** The version that a version replaces, or replaced: the last one before it that was approved; none where those of the product held. */
async function formerOf(db: Database, { tierId, number }: TermsRow): Promise<TermsRow | undefined> {
  const versions = await termsVersionsOf(db, tierId);
  return versions.find((other) => other.number < number && other.approvedAt !== null);
}

function termsOf({ remindersBefore, remindersAfter, ...others }: TierTerms): z.output<typeof tierTerms> {
  return { ...others, remindersBefore: [...remindersBefore], remindersAfter: [...remindersAfter] };
}

export function peopleOf({ proposedBy, approvedBy, endedBy }: TermsRow): PersonId[] {
  return [proposedBy, approvedBy, endedBy].filter((one) => one !== null);
}
