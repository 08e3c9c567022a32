import { hash } from 'node:crypto';
import type { Instant } from '../../domain/calendar/instant';
import { parseKey } from '../../domain/keys/key-text';
import { reasonOf } from '../../domain/keys/reason';
import type { Verdict, VerdictCode } from '../../domain/keys/verdict';
import type { Language } from '../../domain/lifecycle/state';
import { portalPaths } from '../../domain/paths';
import type { Follower, Hearer } from './follower';

/** Who has heard nothing for longer says so, and goes on answering. */
const leaseMs = 1_000;
/** Texts of apps that are kept ready. */
const mostTexts = 20_000;

const unknown: Verdict = { isValid: false, code: 'NOT_FOUND', attestation: null };

/** Everything said about one key, in the asker's language. */
export interface Told {
  verdict: Verdict;
  reason: string | null;
  fixUrl: string;
}

/** Says whether keys work, from what the process knows. Nothing here waits for anything. */
export class Answers implements Hearer {
  readonly #paths;
  readonly #statusListUrl: string;
  readonly #apps = new Map<number, string>();
  #asOf = { at: Number.NaN, text: '' };

  constructor(
    private readonly follower: Follower,
    publicUrl: string,
  ) {
    this.#paths = portalPaths(publicUrl);
    this.#statusListUrl = `${publicUrl}/v1/keys/status-list`;
    follower.hearers.push(this);
  }

  replaced(): void {
    this.#apps.clear();
  }

  changed(entries: readonly number[]): void {
    for (const entry of entries) this.#apps.delete(this.follower.knowledge.keys.app(entry));
  }

  /** The entry of a key by its text; -1 when it is not known. Garbage is told by its looks, with no look-up. */
  find(text: string): number {
    if (parseKey(text).kind === 'garbage') return -1;
    return this.follower.knowledge.keys.find(hash('sha256', text, 'buffer'));
  }

  isStale(now: Instant): boolean {
    return now - this.follower.asOf > leaseMs;
  }

  /** Since when this has been so, for people and machines. */
  asOf(): string {
    const { asOf } = this.follower;
    if (this.#asOf.at !== asOf) this.#asOf = { at: asOf, text: new Date(asOf).toISOString() };
    return this.#asOf.text;
  }

  code(entry: number, now: Instant): VerdictCode {
    return entry < 0 || this.follower.knowledge.keys.isGone(entry)
      ? 'NOT_FOUND'
      : this.follower.knowledge.verdict(entry, now).code;
  }

  tell(entry: number, now: Instant, language: Language): Told {
    if (entry < 0) return { verdict: unknown, reason: reasonOf(unknown, this.#paths.home, language), fixUrl: '' };
    const { knowledge } = this.follower;
    const verdict = knowledge.verdict(entry, now);
    if (verdict.isValid && verdict.attestation === null && verdict.findingDueOn === undefined)
      return { verdict, reason: null, fixUrl: '' };
    const fixUrl = this.#paths.status(knowledge.apps.developerId(knowledge.keys.app(entry)));
    return { verdict, reason: reasonOf(verdict, fixUrl, language), fixUrl };
  }

  /** The JSON text of a `verification` (api/verify.ts). Put together by hand: it is made for every check. */
  render(entry: number, now: Instant, { verdict, reason, fixUrl }: Told): string {
    const { code, isValid, attestation } = verdict;
    const rest =
      `"reason":${reason === null ? 'null' : JSON.stringify(reason)},"asOf":"${this.asOf()}"` +
      (this.isStale(now) ? ',"stale":true' : '');
    if (entry < 0) {
      return `{"valid":false,"code":"${code}","app":null,"sdkProduct":null,"environment":null,"attestation":null,${rest},"statusList":null}`;
    }
    const { keys } = this.follower.knowledge;
    const due =
      attestation === null
        ? 'null'
        : `{"state":"${attestation.state}","dueOn":${attestation.dueOn === null ? 'null' : `"${attestation.dueOn}"`},"fixUrl":${JSON.stringify(fixUrl)}}`;
    return (
      `{"valid":${isValid},"code":"${code}",${this.#appText(keys.app(entry))},"environment":"${keys.environment(entry)}",` +
      `"attestation":${due},${rest},"statusList":{"idx":${keys.statusIndex(entry)},"uri":${JSON.stringify(this.#statusListUrl)}}}`
    );
  }

  #appText(app: number): string {
    let text = this.#apps.get(app);
    if (text === undefined) {
      if (this.#apps.size >= mostTexts) this.#apps.clear();
      const { apps } = this.follower.knowledge;
      text =
        `"app":{"id":"${apps.id(app)}","developerId":"${apps.developerId(app)}","name":${JSON.stringify(apps.name(app))}},` +
        `"sdkProduct":"${apps.sdkProduct(app)}"`;
      this.#apps.set(app, text);
    }
    return text;
  }
}
