import { type Kysely, sql } from 'kysely';
import type { Day } from '../../domain/calendar/instant';
import type { DeveloperId, TermsId } from '../../domain/ids';
import type { TierTerms } from '../../domain/terms/tier-terms';
import { plannedOnce } from '../preparing-client';
import type { Tables } from '../tables';

/** What people decided about a developer beside the lifecycle: theirs, and what goes for everybody. */
export interface Bounds {
  isHeld: boolean;
  /** Beside those of the terms. */
  freezeDays: readonly Day[];
  /** The versions of terms in play. */
  tierTerms: Readonly<Record<TermsId, TierTerms>>;
}

/** `termsId` is a version that an event speaks of, beside those that hold for the developer and in what is open. */
export async function boundsOf(
  db: Kysely<Tables>,
  developerId: DeveloperId,
  termsId?: TermsId | null,
): Promise<Bounds> {
  const { rows } = await sql<Bounds>`${sql.raw(plannedOnce)} select
    exists (select from holds where lifted_at is null and (developer_id is null or developer_id = ${developerId})) as is_held,
    array(select to_char(day, 'YYYY-MM-DD') from freeze_days
      where removed_at is null and (developer_id is null or developer_id = ${developerId}) order by day) as freeze_days,
    (select coalesce(json_object_agg(id, terms), '{}') from terms_versions where id = any(array(
      select terms_id from developers where id = ${developerId}
      union all select terms_id from cycles where developer_id = ${developerId} and closed_at is null
      union all select plans.terms_id from plans left join cycles on cycles.id = plans.cycle_id where plans.developer_id = ${developerId}
        and (plans.closed_at is null or cycles.closed_at is null)
      union all select ${termsId ?? null}))) as tier_terms`.execute(db);
  return rows[0] ?? { isHeld: false, freezeDays: [], tierTerms: {} };
}
