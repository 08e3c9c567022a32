import type { Instant } from '../../domain/calendar/instant';
import { verdictCodes } from '../../domain/keys/verdict';
import { sdkProducts } from '../../domain/products';
import type { Answers, Told } from './answers';
import type { Follower } from './follower';
import { JsonBytes, piece } from './json-bytes';

const environments = ['live', 'test'] as const;

/** How the answer for a key that is known begins, by its code; the other one is for a key that is not. */
const begin = new Map(
  verdictCodes.map((code) => [code, piece(`{"valid":${code === 'VALID'},"code":"${code}","app":{"id":"`)]),
);
const beginUnknown = piece(
  '{"valid":false,"code":"NOT_FOUND","app":null,"sdkProduct":null,"environment":null,"attestation":null,"reason":',
);
const endUnknown = piece(',"statusList":null}');
const developerId = piece('","developerId":"');
const name = piece('","name":');
const kinds = new Map(
  sdkProducts.map((product) => [
    product,
    environments.map((environment) =>
      piece(`},"sdkProduct":"${product}","environment":"${environment}","attestation":`),
    ),
  ]),
);
const nothingToSay = piece('null,"reason":null');
const noAttestation = piece('null,"reason":');
const none = piece('');

/** Puts answers together, in the shape of `verification` (api/verify.ts). By hand: it is done for every check. */
export class VerificationJson {
  readonly json = new JsonBytes();
  readonly #place: Uint8Array;
  readonly #end: Uint8Array;
  #asOf = { at: Number.NaN, isStale: false, bytes: none };

  constructor(
    private readonly follower: Follower,
    private readonly answers: Answers,
    publicUrl: string,
  ) {
    this.#place = piece(',"statusList":{"idx":');
    this.#end = piece(`,"uri":${JSON.stringify(`${publicUrl}/v1/keys/status-list`)}}}`);
  }

  /** Adds the answer about one key. */
  put(entry: number, now: Instant, told: Told): void {
    const { json } = this;
    if (entry < 0) {
      json.put(beginUnknown).text(JSON.stringify(told.reason)).put(this.#asOfBytes(now)).put(endUnknown);
      return;
    }
    const { keys, apps } = this.follower.knowledge;
    const app = keys.app(entry);
    json.put(begin.get(told.verdict.code) ?? none).written(apps.ids, app);
    json.put(developerId).written(apps.developerIds, app);
    json.put(name).written(apps.names, app);
    json.put(kinds.get(apps.sdkProduct(app))?.[keys.environment(entry) === 'live' ? 0 : 1] ?? none);
    this.#putReason(told);
    json.put(this.#asOfBytes(now)).put(this.#place).number(keys.statusIndex(entry)).put(this.#end);
  }

  #putReason({ verdict: { attestation }, reason, fixUrl }: Told): void {
    const { json } = this;
    if (reason === null && attestation === null) return void json.put(nothingToSay);
    if (attestation === null) json.put(noAttestation);
    else json.text(`${JSON.stringify({ state: attestation.state, dueOn: attestation.dueOn, fixUrl })},"reason":`);
    json.text(JSON.stringify(reason));
  }

  #asOfBytes(now: Instant): Uint8Array {
    const at = this.follower.asOf;
    const isStale = this.answers.isStale(now);
    if (this.#asOf.at !== at || this.#asOf.isStale !== isStale) {
      const bytes = piece(`,"asOf":"${this.answers.asOf()}"${isStale ? ',"stale":true' : ''}`);
      this.#asOf = { at, isStale, bytes };
    }
    return this.#asOf.bytes;
  }
}
