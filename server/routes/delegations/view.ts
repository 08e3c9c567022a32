import type { z } from 'zod';
import type { delegationView } from '../../../api/delegations';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { type DelegateRow, type DelegationRow, delegatesOf, findDelegation } from '../../../db/queries/delegations';
import type { Instant } from '../../../domain/calendar/instant';
import { isInForce } from '../../../domain/delegation';
import type { DelegationId, DeveloperId } from '../../../domain/ids';
import { notFound } from '../../problems';

type View = z.output<typeof delegationView>;

/** One delegation as the API shows it. Throws 404. */
export async function viewOfDelegation(
  db: Database,
  developerId: DeveloperId,
  delegationId: DelegationId,
  now: Instant,
): Promise<View> {
  const row = await findDelegation(db, developerId, delegationId);
  if (!row) throw notFound('delegation');
  const [view] = await viewsOfDelegations(db, [row], now);
  if (!view) throw notFound('delegation');
  return view;
}

/** Delegations as the API shows them, each with its people. */
export async function viewsOfDelegations(db: Database, rows: readonly DelegationRow[], now: Instant): Promise<View[]> {
  const delegates = await delegatesOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    developerId: row.developerId,
    agencyName: row.agencyName,
    scopes: row.scopes,
    state: stateOf(row, now),
    grantedBy: row.grantedBy,
    grantedAt: iso(row.grantedAt),
    endsOn: row.endsOn,
    endsAt: iso(row.endsAt),
    mandate: mandateOf(row),
    delegates: delegates.filter((delegate) => delegate.delegationId === row.id).map(delegateOf),
    revocation: revocationOf(row),
  }));
}

function stateOf(row: DelegationRow, now: Instant): View['state'] {
  if (isInForce(row, now)) return 'in-force';
  return row.revokedAt === null ? 'ended' : 'revoked';
}

function mandateOf({ mandateEvidenceId, isDestroyed, ...row }: DelegationRow): View['mandate'] {
  const { fileName, mediaType, size, sha256, uploadedBy, uploadedAt } = row;
  if (mandateEvidenceId === null || uploadedBy === null || uploadedAt === null) return null;
  return {
    evidenceId: mandateEvidenceId,
    fileName: fileName ?? '',
    mediaType: mediaType ?? '',
    size: size ?? 0,
    sha256: sha256 ?? '',
    uploadedBy,
    uploadedAt: iso(uploadedAt),
    isDestroyed,
  };
}

function revocationOf({ revokedBy, revokedAt, revocationReason }: DelegationRow): View['revocation'] {
  if (revokedBy === null || revokedAt === null) return null;
  return { by: revokedBy, at: iso(revokedAt), reason: revocationReason ?? '' };
}

function delegateOf({ personId, name, email, language, addedAt, verifiedAt }: DelegateRow): View['delegates'][number] {
  return { personId, name, email, language, addedAt: iso(addedAt), verifiedAt: isoOrNull(verifiedAt) };
}
