import type { KeyTable } from './key-table';

/** Every answer Avow gives; a later release may have more. Only `VALID` works. */
export type Code =
  | 'VALID'
  | 'NOT_FOUND'
  | 'NOT_YET_ATTESTED'
  | 'SUSPENDED_OBLIGATION'
  | 'SUSPENDED_FINDING'
  | 'SUSPENDED_OTHER'
  /** Of a status list, which does not say what for. */
  | 'SUSPENDED'
  | 'REVOKED'
  | 'OFFBOARDED'
  | (string & {});

/** Whether a key works, and what is known of it. */
export interface Answer {
  /** Let the request through. */
  readonly valid: boolean;
  readonly code: Code;
  /** False for a key that nobody has heard of, whichever way the policy then decides. */
  readonly known: boolean;
  readonly keyId: string | null;
  readonly appId: string | null;
  readonly developerId: string | null;
  readonly sdkProduct: string | null;
  readonly environment: 'live' | 'test' | (string & {}) | null;
  /** How the app stands with its attestation, and by when it is due. */
  readonly attestation: { state: string; dueOn: string | null } | null;
  /** How old the knowledge is that this comes from; Infinity when there is none. */
  readonly ageMs: number;
  /** True when Avow was not heard from for longer than the lease: the answer is from the last good state. */
  readonly stale: boolean;
  /** A sentence for people, where Avow itself was asked. */
  readonly reason?: string | null;
}

/** An answer about a key that nothing is known of. */
export function unknownKey(valid: boolean, ageMs: number, stale: boolean): Answer {
  return {
    valid,
    code: 'NOT_FOUND',
    known: false,
    keyId: null,
    appId: null,
    developerId: null,
    sdkProduct: null,
    environment: null,
    attestation: null,
    ageMs,
    stale,
  };
}

/** An answer from the table. Whether it works is settled now; what most callers never look at is read when it is asked for, as it then is. */
export class KnownKey implements Answer {
  readonly #table: KeyTable;
  readonly #row: number;
  readonly valid: boolean;
  readonly known = true;

  constructor(
    table: KeyTable,
    row: number,
    readonly code: Code,
    readonly ageMs: number,
    readonly stale: boolean,
  ) {
    this.#table = table;
    this.#row = row;
    this.valid = code === 'VALID';
  }

  get keyId(): string {
    return this.#table.keyId(this.#row);
  }

  get appId(): string {
    return this.#table.appId(this.#row);
  }

  get developerId(): string {
    return this.#table.developerId(this.#row);
  }

  get sdkProduct(): string {
    return this.#table.sdkProduct(this.#row);
  }

  get environment(): string {
    return this.#table.environment(this.#row);
  }

  get attestation(): { state: string; dueOn: string | null } {
    return { state: this.#table.state(this.#row), dueOn: this.#table.dueOn(this.#row) };
  }

  /** All of it, for a log line. */
  toJSON(): Answer {
    const { valid, code, known, keyId, appId, developerId, sdkProduct, environment, attestation, ageMs, stale } = this;
    return { valid, code, known, keyId, appId, developerId, sdkProduct, environment, attestation, ageMs, stale };
  }
}
