import type { AppId, DeveloperId, TokenId } from '../../domain/ids';
import type { InstantColumn, JsonColumn, NullableInstantColumn } from './lifecycle';

/** What keeps verifiers current and lets anybody check what they publish. */
export interface VerificationTables {
  /** Whose facts changed in which transaction. Written by triggers of the tables that answers are made from. */
  verificationChanges: { xid: string; subject: AppId | DeveloperId | TokenId };
  /** ES256. The one that is not retired signs; retired ones are still published. */
  signingKeys: {
    kid: string;
    privateJwk: JsonColumn<Record<string, unknown>>;
    createdAt: InstantColumn;
    retiredAt: NullableInstantColumn;
  };
}
