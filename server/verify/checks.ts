import { type VerdictCode, verdictCodes } from '../../domain/keys/verdict';

/** How many checks were answered with which code, since the process began. */
export class Checks {
  readonly #counts = new Float64Array(verdictCodes.length);

  count(code: VerdictCode): void {
    const place = verdictCodes.indexOf(code);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  /** In the order of `verdictCodes`. */
  all(): number[] {
    return [...this.#counts];
  }
}
