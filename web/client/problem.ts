import type { Problem as ProblemBody } from '../../api/problem';
import type { ErrorCode } from '../../domain/errors';

/** What a refusal or a failure on the way is called: the code of the API, or that nothing was reached. */
export type ProblemCode = ErrorCode | 'network.unreachable';

/** A refusal of the API (RFC 9457). Branch on `code`; `message` says what to do next. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly title: string,
    detail: string,
    /** JSON pointer into the body → what is wrong there. */
    readonly faults: Readonly<Record<string, string>> = {},
    readonly details: Readonly<Record<string, unknown>> = {},
    /** Names the request, for whoever helps. */
    readonly instance: string | null = null,
  ) {
    super(detail);
  }

  /** What is wrong with a field of the body, by its name. */
  faultOf(field: string): string | undefined {
    return this.faults[`/${field}`];
  }
}

/** The problem that an answer tells of; something plain when it is not one of ours (a proxy in between). */
export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => null)) as ProblemBody | null;
  if (!body?.code)
    return new Problem('internal', response.status, response.statusText || 'Error', `HTTP ${response.status}`);
  const faults = Object.fromEntries(body.errors.map(({ path, message }) => [path, message]));
  return new Problem(body.code, body.status, body.title, body.detail, faults, body.details ?? {}, body.instance);
}

export function unreachable(): Problem {
  return new Problem('network.unreachable', 0, 'No connection', 'The server cannot be reached.');
}

export function isProblem(fault: unknown): fault is Problem {
  return fault instanceof Problem;
}

/** Tells the console of what a page threw. A refusal is no fault of a script: the page says it. */
export function reportFault(fault: unknown): void {
  if (!isProblem(fault)) console.error(fault);
}
