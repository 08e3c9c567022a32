import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../domain/calendar/instant';
import type { DeveloperId, Id, LeaveId, PersonId, TokenId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { Language } from '../../domain/lifecycle/state';
import type { ContactRole, StaffRole, TokenScope } from '../../domain/permissions';
import type { InstantColumn, JsonColumn, NullableInstantColumn } from './lifecycle';

export type SessionId = Id<'ses'>;

/** Tables about people and how they get in. Secrets are here as SHA-256 only, in hex. */
export interface AccessTables {
  /** The only place for names and mail addresses. Erasing nulls them and keeps the id, so that what a person did stays told. */
  people: {
    id: PersonId;
    name: string | null;
    email: string | null;
    /** What makes an address the same: unique. */
    emailNormalised: string | null;
    createdAt: InstantColumn;
    erasedAt: NullableInstantColumn;
  };
  /** A developer's contacts. */
  memberships: {
    personId: PersonId;
    developerId: DeveloperId;
    role: ContactRole;
    language: Language;
    /** True when the person became known by this membership: only then may the developer see and correct the name before it is confirmed. */
    isIntroducer: boolean;
    addedAt: InstantColumn;
    /** When the person followed a link sent to their address; null before that. */
    verifiedAt: NullableInstantColumn;
  };
  /** Who became, was changed as, confirmed and stopped being a contact: append-only. */
  membershipChanges: {
    seq: Generated<number>;
    personId: PersonId;
    developerId: DeveloperId;
    change: 'added' | 'changed' | 'verified' | 'removed';
    role: ContactRole;
    by: JsonColumn<Actor>;
    at: InstantColumn;
  };
  /** The vendor's people. */
  staff: {
    personId: PersonId;
    role: StaffRole;
    language: Language;
    isActive: boolean;
    addedAt: InstantColumn;
    /** The name of their team; null for those in none. */
    team: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** Who is away from one day to another, both counted in the vendor's zone. */
  staffLeaves: {
    id: LeaveId;
    personId: PersonId;
    fromOn: Day;
    untilOn: Day;
    standInId: PersonId;
    enteredBy: PersonId;
    enteredAt: InstantColumn;
    endedBy: PersonId | null;
    endedAt: NullableInstantColumn;
  };
  /** What was changed about the vendor's people: append-only. */
  staffChanges: {
    seq: Generated<number>;
    personId: PersonId;
    change: 'added' | 'changed' | 'leave-entered' | 'leave-ended' | 'handed-over';
    data: JsonColumn<Readonly<Record<string, unknown>>>;
    by: PersonId;
    at: InstantColumn;
  };
  signInLinks: {
    tokenHash: string;
    personId: PersonId;
    createdAt: InstantColumn;
    expiresAt: InstantColumn;
    usedAt: NullableInstantColumn;
  };
  sessions: {
    id: SessionId;
    personId: PersonId;
    tokenHash: string;
    /** How it was begun: by the page with a cookie, or by POST /v1/sessions for a script. */
    client: 'browser' | 'script';
    /** By what it was begun, where that was said. */
    browser: string | null;
    operatingSystem: string | null;
    createdAt: InstantColumn;
    lastUsedAt: InstantColumn;
    /** The absolute end; it ends earlier when it is not used. */
    expiresAt: InstantColumn;
    revokedAt: NullableInstantColumn;
  };
  apiTokens: {
    id: TokenId;
    name: string;
    tokenHash: string;
    lastFour: string;
    scopes: TokenScope[];
    createdBy: PersonId;
    createdAt: InstantColumn;
    expiresAt: NullableInstantColumn;
    lastUsedAt: NullableInstantColumn;
    revokedAt: NullableInstantColumn;
  };
  /** What was answered to a POST with an Idempotency-Key. The answer is encrypted with that key, of which only a hash is kept. */
  idempotencyKeys: {
    caller: string;
    keyHash: string;
    requestHash: string;
    startedAt: InstantColumn;
    answeredAt: NullableInstantColumn;
    answer: string | null;
  };
}
