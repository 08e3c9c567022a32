import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { type DeveloperId, idFrom, type PersonId } from '../../domain/ids';
import { type DeveloperRole, developerRoles, type StaffRole } from '../../domain/permissions';
import { moment } from '../instants';
import { delegationsOf, inForce, type OwnDelegation } from '../queries/delegations';
import type { Tables } from '../tables';
import type { SessionId } from '../tables/access';
import { hashOfSecret, newSecret } from './secrets';

const hour = 3_600_000;
/** A session ends when it is not used for so long … */
export const sessionIdleMs = 8 * hour;
/** … and in any case after so long. */
export const sessionLongestMs = 7 * 24 * hour;
/** `last_used_at` is only written when it is older than this, so that reading does not mean writing. */
const noticedAfterMs = 60_000;

/** True when this person may sign in at all: active staff, signatory or preparer somewhere, or delegate while that is in force. Others only receive mail. */
export async function maySignIn(db: Kysely<Tables>, personId: PersonId, now: Instant): Promise<boolean> {
  const membership = db
    .selectFrom('memberships')
    .select('personId')
    .where('personId', '=', personId)
    .where('role', 'in', developerRoles);
  const staff = db.selectFrom('staff').select('personId').where('personId', '=', personId).where('isActive', '=', true);
  const delegate = inForce(db, now)
    .innerJoin('delegates', 'delegates.delegationId', 'delegations.id')
    .select('delegates.personId')
    .where('delegates.personId', '=', personId);
  return (await membership.union(staff).union(delegate).executeTakeFirst()) !== undefined;
}

export interface StartedSession {
  id: SessionId;
  /** The secret, shown this once. */
  secret: string;
  csrfToken: string;
  expiresAt: Instant;
}

/** By what a session was begun, in names that people know; null for what was not said. */
export interface Device {
  browser: string | null;
  operatingSystem: string | null;
}

const unknownDevice: Device = { browser: null, operatingSystem: null };

/** Starts a session for a person. The caller has made sure that it is them. */
export async function startSession(
  db: Kysely<Tables>,
  personId: PersonId,
  client: 'browser' | 'script',
  now: Instant,
  { browser, operatingSystem } = unknownDevice,
): Promise<StartedSession> {
  const secret = newSecret();
  const id = idFrom('ses', randomBytes(20));
  const expiresAt = now + sessionLongestMs;
  await db
    .insertInto('sessions')
    .values({
      id,
      personId,
      tokenHash: hashOfSecret(secret),
      client,
      browser,
      operatingSystem,
      createdAt: new Date(now),
      lastUsedAt: new Date(now),
      expiresAt: new Date(expiresAt),
      revokedAt: null,
    })
    .execute();
  return { id, secret, csrfToken: csrfTokenOf(secret), expiresAt };
}

/** What a session's browser sends back to show that the request is its own: derived, so that nothing more is stored. */
export function csrfTokenOf(secret: string): string {
  return createHmac('sha256', secret).update('avow csrf').digest('base64url');
}

export interface FoundSession {
  sessionId: SessionId;
  personId: PersonId;
  csrfToken: string;
  expiresAt: Instant;
  memberships: { developerId: DeveloperId; role: DeveloperRole }[];
  /** Of agencies: those in force now. */
  delegations: OwnDelegation[];
  staffRole: StaffRole | null;
}

/** The live session with this secret, with what its person may do now; undefined when there is none. */
export async function findSession(db: Kysely<Tables>, secret: string, now: Instant): Promise<FoundSession | undefined> {
  const session = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .leftJoin('staff', (join) => join.onRef('staff.personId', '=', 'sessions.personId').on('staff.isActive', '=', true))
    .select([
      'sessions.id',
      'sessions.personId',
      'sessions.lastUsedAt',
      'sessions.expiresAt',
      'staff.role as staffRole',
    ])
    .where('sessions.tokenHash', '=', hashOfSecret(secret))
    .where('sessions.revokedAt', 'is', null)
    .where('sessions.expiresAt', '>', moment(now))
    .where('sessions.lastUsedAt', '>', moment(now - sessionIdleMs))
    .where('people.erasedAt', 'is', null)
    .executeTakeFirst();
  if (!session) return undefined;
  const memberships = await db
    .selectFrom('memberships')
    .select(['developerId', 'role'])
    .where('personId', '=', session.personId)
    .where('verifiedAt', 'is not', null)
    .where('role', 'in', developerRoles)
    .orderBy('addedAt')
    .execute();
  if (session.lastUsedAt < now - noticedAfterMs) {
    await db
      .updateTable('sessions')
      .set({ lastUsedAt: new Date(now) })
      .where('id', '=', session.id)
      .where('lastUsedAt', '<', moment(now))
      .execute();
  }
  return {
    sessionId: session.id,
    personId: session.personId,
    csrfToken: csrfTokenOf(secret),
    expiresAt: session.expiresAt,
    memberships: memberships.map(({ developerId, role }) => ({ developerId, role: role as DeveloperRole })),
    delegations: await delegationsOf(db, session.personId, now),
    staffRole: session.staffRole,
  };
}

export interface ListedSession extends Device {
  id: SessionId;
  client: 'browser' | 'script';
  createdAt: Instant;
  lastUsedAt: Instant;
  expiresAt: Instant;
}

/** A person's live sessions, newest first. */
export async function listSessions(db: Kysely<Tables>, personId: PersonId, now: Instant): Promise<ListedSession[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'client', 'browser', 'operatingSystem', 'createdAt', 'lastUsedAt', 'expiresAt'])
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', moment(now))
    .where('lastUsedAt', '>', moment(now - sessionIdleMs))
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Ends a session of this person. False when they have no such live session. */
export async function endSession(
  db: Kysely<Tables>,
  personId: PersonId,
  id: SessionId,
  now: Instant,
): Promise<boolean> {
  const ended = await db
    .updateTable('sessions')
    .set({ revokedAt: new Date(now) })
    .where('id', '=', id)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
