/**
 * Every code a refusal can carry. Added to, never renamed: callers branch on them.
 * `server/problems.ts` gives each its HTTP status, once.
 */
export const errorCodes = [
  // the request
  'request.invalid',
  'request.too-large',
  'request.malformed',
  'request.unsupported-media',
  'request.rate-limited',
  'request.idempotency-mismatch',
  'request.in-progress',
  'cursor.invalid',
  // who is asking
  'access.unauthenticated',
  'access.forbidden',
  'access.csrf',
  'access.scope-missing',
  'sign-in.link-expired',
  'sign-in.link-used',
  // what is asked about
  'resource.not-found',
  'route.not-found',
  'method.not-allowed',
  // the lifecycle
  'developer.offboarded',
  'developer.exists',
  'app.retired',
  'app.restricted',
  'app.not-attested',
  'app.exists',
  'cycle.none-open',
  'walk.step-unknown',
  'submission.incomplete',
  'submission.nothing-outstanding',
  'submission.already-answered',
  'requirement.not-submitted',
  'requirement.already-decided',
  'review.reason-missing',
  'review.own-submission',
  'review.question-open',
  'review.question-answered',
  'review.question-closed',
  'extension.already-used',
  'extension.too-long',
  'extension.not-later',
  'extension.not-possible',
  'extension.already-decided',
  'extension.same-person',
  'appeal.too-late',
  'appeal.already-filed',
  'appeal.words-missing',
  'appeal.already-acknowledged',
  'appeal.already-decided',
  'appeal.same-person',
  'finding.not-possible',
  'finding.clause-unknown',
  'finding.already-answered',
  'finding.not-answered',
  'finding.already-decided',
  'finding.same-person',
  'hold.already-lifted',
  'freeze-day.exists',
  'freeze-day.past',
  'release.not-blocked',
  'release.same-person',
  'release.already-confirmed',
  'exemption.too-long',
  'exemption.end-past',
  'exemption.not-claimed',
  'exemption.not-in-force',
  'suspension.already-open',
  'suspension.not-possible',
  'suspension.already-decided',
  'suspension.already-lifted',
  'suspension.same-person',
  'suspension.appealed',
  'post-mortem.already-concluded',
  'enforcement.over-budget',
  'enforcement.held',
  'termination.not-possible',
  'termination.already-announced',
  'termination.already-decided',
  'termination.same-person',
  'termination.too-early',
  'termination.answer-owed',
  'policy.already-published',
  'policy.same-person',
  'tier.exists',
  'terms.already-proposed',
  'terms.not-examined',
  'terms.already-decided',
  'terms.same-person',
  'campaign.not-possible',
  'campaign.same-person',
  'notice.already-accepted',
  'notice.same-person',
  'reminder.already-sent',
  'reminder.nothing-due',
  'key.revoked',
  'key.already-rolled',
  'key.overlap-too-long',
  'key.not-live',
  'gateway.token-refused',
  'task.already-closed',
  // what people write
  'draft.stale',
  'draft.closed',
  'answers.invalid',
  'evidence.type-refused',
  'evidence.too-large',
  'evidence.too-many',
  'evidence.missing',
  'contact.exists',
  'contact.last-signatory',
  'delegation.scope-missing',
  'delegation.mandate-missing',
  'delegation.ended',
  'delegation.ends-too-late',
  'delegation.ends-too-early',
  'delegate.exists',
  'delegate.too-many',
  'person.not-verified',
  'desk-view.exists',
  'desk-view.too-many',
  'import.unreadable',
  'import.nothing-waiting',
  'import.not-running',
  'leave.overlaps',
  'leave.stand-in-away',
  // the machinery
  'clock.not-embedded',
  'clock.backwards',
  'clock.timeout',
  'mail.unavailable',
  'database.unavailable',
  'internal',
  // the embedded start
  'start.already-running',
  'start.port-busy',
  'start.engine-missing',
  'start.part-failed',
  'start.setting-invalid',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One thing wrong with one field. `path` is a JSON pointer into the request. */
export interface FieldFault {
  path: string;
  message: string;
}

/** A refusal: a typed code, a sentence that says what to do next, and the fields at fault. Compare `code`, never the class. */
export class AvowError extends Error {
  override readonly name = 'AvowError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly faults: readonly FieldFault[] = [],
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** The code of any thrown value, across realms; undefined when it is not one of ours. */
export function codeOf(fault: unknown): ErrorCode | undefined {
  const code = (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (errorCodes as readonly string[]).includes(code) ? (code as ErrorCode) : undefined;
}
