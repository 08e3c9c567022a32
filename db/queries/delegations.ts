import { type Kysely, sql } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type { DelegationId, DeveloperId, PersonId } from '../../domain/ids';
import type { Delegated } from '../../domain/permissions';
import { moment } from '../instants';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** The query of a developer's delegations with the mandate that stands, for `paged` and for one. */
export function delegationsQuery(db: Db, developerId: DeveloperId) {
  return db
    .selectFrom('delegations')
    .leftJoin('mandates', 'mandates.id', 'delegations.mandateEvidenceId')
    .where('delegations.developerId', '=', developerId)
    .selectAll('delegations')
    .select([
      'mandates.fileName',
      'mandates.mediaType',
      'mandates.size',
      'mandates.sha256',
      'mandates.uploadedBy',
      'mandates.uploadedAt',
      sql<boolean>`mandates.content is null`.as('isDestroyed'),
    ]);
}

export type DelegationRow = Awaited<ReturnType<typeof findDelegation>> & {};

/** One delegation; undefined when it is none of this developer's. */
export async function findDelegation(db: Db, developerId: DeveloperId, delegationId: DelegationId) {
  return delegationsQuery(db, developerId).where('delegations.id', '=', delegationId).executeTakeFirst();
}

/** The people of some delegations, in the order they were added. */
export async function delegatesOf(db: Db, delegationIds: readonly DelegationId[]) {
  if (delegationIds.length === 0) return [];
  return db
    .selectFrom('delegates')
    .innerJoin('people', 'people.id', 'delegates.personId')
    .where('delegates.delegationId', 'in', [...delegationIds])
    .where('people.erasedAt', 'is', null)
    .select(['delegates.delegationId', 'delegates.personId', 'delegates.language'])
    .select(['delegates.addedAt', 'delegates.verifiedAt'])
    .select((column) => [
      column.ref('people.email').$notNull().as('email'),
      // As for contacts: who was known before tells their name by confirming.
      column
        .case()
        .when(column.or([column('delegates.isIntroducer', '=', true), column('delegates.verifiedAt', 'is not', null)]))
        .then(column.ref('people.name'))
        .else(null)
        .end()
        .as('name'),
    ])
    .orderBy('delegates.addedAt')
    .orderBy('delegates.personId')
    .execute();
}

export type DelegateRow = Awaited<ReturnType<typeof delegatesOf>>[number];

/** Delegations that are in force at a moment of wall time. */
export function inForce(db: Db, now: Instant) {
  return db.selectFrom('delegations').where('delegations.revokedAt', 'is', null).where('endsAt', '>', moment(now));
}

/** A delegation as it lets one person in. */
export interface OwnDelegation extends Delegated {
  delegationId: DelegationId;
  developerId: DeveloperId;
  agencyName: string;
  endsOn: Day;
}

/** What lets a person in for somebody else's developer now: in force, and the address confirmed. */
export async function delegationsOf(db: Db, personId: PersonId, now: Instant): Promise<OwnDelegation[]> {
  return inForce(db, now)
    .innerJoin('delegates', 'delegates.delegationId', 'delegations.id')
    .where('delegates.personId', '=', personId)
    .where('delegates.verifiedAt', 'is not', null)
    .select(['delegations.id as delegationId', 'developerId', 'agencyName', 'scopes', 'endsOn'])
    .select(sql<boolean>`mandate_evidence_id is not null`.as('hasMandate'))
    .orderBy('grantedAt')
    .orderBy('delegations.id')
    .execute();
}

/** The mandate of a delegation that has one. */
export async function mandateOf(db: Db, delegationId: DelegationId) {
  return db
    .selectFrom('delegations')
    .innerJoin('mandates', 'mandates.id', 'delegations.mandateEvidenceId')
    .where('delegations.id', '=', delegationId)
    .select(['delegations.id as delegationId', 'agencyName', 'endsOn'])
    .select(['mandates.id as evidenceId', 'mediaType', 'size', 'sha256'])
    .executeTakeFirstOrThrow();
}

export type Mandate = Awaited<ReturnType<typeof mandateOf>>;

/** The file of the mandate that stands; its content is null when it was destroyed. Undefined when there is none. */
export async function mandateFile(db: Db, developerId: DeveloperId, delegationId: DelegationId) {
  return db
    .selectFrom('delegations')
    .innerJoin('mandates', 'mandates.id', 'delegations.mandateEvidenceId')
    .where('delegations.id', '=', delegationId)
    .where('delegations.developerId', '=', developerId)
    .select(['fileName', 'mediaType', 'content'])
    .executeTakeFirst();
}
