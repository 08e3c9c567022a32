import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId } from '../../domain/ids';
import type { SuspensionClass } from '../../domain/lifecycle/state';
import type { Tables } from '../tables';

/** The query of a developer's keys, ended ones too, for `paged` and for one. Never their hashes. */
export function keysQuery(db: Kysely<Tables>, developerId: DeveloperId) {
  return db
    .selectFrom('keys')
    .innerJoin('keySecrets', 'keySecrets.keyId', 'keys.id')
    .where('keys.developerId', '=', developerId)
    .select([
      'keys.id',
      'keys.appId',
      'keySecrets.name',
      'keys.environment',
      'keySecrets.prefix',
      'keySecrets.lastFour',
      'keys.state',
      'keys.issuedAt',
      'keys.expiresAt',
      'keys.replacedBy',
      sql<SuspensionClass[]>`array(
        select distinct suspensions.class from suspensions
        where keys.state = 'suspended' and suspensions.app_id = keys.app_id and suspensions.lifted_at is null order by 1)`.as(
        'suspendedFor',
      ),
      sql<Instant | null>`(select max(key_usage.hour_at) from key_usage where key_usage.key_id = keys.id)`.as(
        'lastUsedAt',
      ),
    ]);
}

export type ListedKey = Awaited<ReturnType<ReturnType<typeof keysQuery>['executeTakeFirstOrThrow']>>;

export const keySorts = {
  issuedAt: { by: 'keys.issuedAt', kind: 'instant' },
  name: { by: 'keySecrets.name', kind: 'text' },
} as const;
