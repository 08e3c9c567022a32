/** A key as the change feed tells of it. */
export interface KeyRow {
  /** SHA-256 of the key's text, hex; at least the first 32 digits. */
  hash: string;
  code: string;
  keyId: string;
  appId: string;
  developerId: string;
  sdkProduct: string;
  environment: string;
  /** How its app stands with the attestation. */
  state: string;
  /** YYYY-MM-DD */
  dueOn: string | null;
  /** Milliseconds: the end of the overlap after rolling. */
  expiresAt: number | null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const hexHash = /^[0-9a-f]{32,64}$/;

/**
 * Reads a row of the feed; null where it is none. Lenient on purpose: one odd field of one key must not stop the suspensions of all
 * others from being heard. Only the hash and the code are indispensable.
 */
export function rowFrom(value: unknown): KeyRow | null {
  if (!Array.isArray(value)) return null;
  const [hash, code, keyId, appId, developerId, sdkProduct, environment, state, dueOn, expiresAt] = value as unknown[];
  if (typeof hash !== 'string' || !hexHash.test(hash) || typeof code !== 'string' || code === '') return null;
  return {
    hash,
    code,
    keyId: textOf(keyId),
    appId: textOf(appId),
    developerId: textOf(developerId),
    sdkProduct: textOf(sdkProduct),
    environment: textOf(environment),
    state: textOf(state),
    dueOn: typeof dueOn === 'string' && day.test(dueOn) ? dueOn : null,
    expiresAt: instantOf(expiresAt),
  };
}

/** The row as the feed writes it. */
export function rowArray(row: KeyRow): unknown[] {
  const { hash, code, keyId, appId, developerId, sdkProduct, environment, state, dueOn, expiresAt } = row;
  return [hash, code, keyId, appId, developerId, sdkProduct, environment, state, dueOn, expiresAt];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Milliseconds or an ISO 8601 text; null where there is no instant in it. */
function instantOf(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : value;
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}
