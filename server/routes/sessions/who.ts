import type { PersonId } from '../../../domain/ids';
import type { PersonCaller } from '../../caller';
import type { ServerDeps } from '../../deps';

/** The part of a session's view that tells who it is and what they may act for. */
export async function who(
  { db }: ServerDeps,
  personId: PersonId,
  { memberships, delegations, staffRole }: Pick<PersonCaller, 'memberships' | 'delegations' | 'staffRole'>,
) {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return {
    person: { id: person.id, name: person.name ?? '', email: person.email ?? '' },
    memberships: memberships.map(({ developerId, role }) => ({ developerId, role })),
    delegations: delegations.map((one) => ({ ...one, scopes: [...one.scopes] })),
    staff: staffRole === null ? null : { role: staffRole },
  };
}
