import { type Kysely, sql } from 'kysely';
import type { KeyId, PostMortemId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Post-mortems with the names of whom they met, the keys that were refused, and how often those were checked meanwhile. */
export function postMortemsQuery(db: Db) {
  return db
    .selectFrom('postMortems')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'postMortems.developerId')
    .leftJoin('appProfiles', 'appProfiles.appId', 'postMortems.appId')
    .selectAll('postMortems')
    .select(['developerProfiles.legalName', 'appProfiles.name as appName'])
    .select([
      sql<{ id: KeyId; name: string; lastFour: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', key_id, 'name', name, 'lastFour', last_four) order by key_id)
        from key_secrets where post_mortems.key_ids ? key_id), '[]')`.as('keys'),
      // Checks are counted by the hour, in wall time, as their audit entries were recorded.
      sql<number>`coalesce((
        select sum(key_usage.count)::float8 from key_usage
        where post_mortems.key_ids ? key_usage.key_id
          and key_usage.hour_at >= (select date_trunc('hour', recorded_at) from audit_entries
            where developer_id = post_mortems.developer_id and subject = post_mortems.suspension_id and decision = 'suspension.opened')
          and key_usage.hour_at <= (select recorded_at from audit_entries
            where developer_id = post_mortems.developer_id and subject = post_mortems.suspension_id and decision = 'suspension.undone')
        ), 0)`.as('checks'),
    ]);
}

export type PostMortemRow = Awaited<ReturnType<ReturnType<typeof postMortemsQuery>['execute']>>[number];

/** One post-mortem; undefined when there is none. */
export function findPostMortem(db: Db, postMortemId: PostMortemId): Promise<PostMortemRow | undefined> {
  return postMortemsQuery(db).where('postMortems.id', '=', postMortemId).executeTakeFirst();
}
