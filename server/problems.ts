import type { ErrorRequestHandler, Response } from 'express';
import { type Problem, problemMediaType } from '../api/problem';
import { AvowError, codeOf, type ErrorCode, type FieldFault } from '../domain/errors';
import type { ServerDeps } from './deps';
import { requestIdOf } from './request-log';

interface Kind {
  status: number;
  title: string;
}

/** The codes that a request can be refused with: all but those of the start of a process. */
export type ProblemCode = Exclude<ErrorCode, `start.${string}`>;

/** Every error code's HTTP status and title: the only place where a code becomes one. */
export const problemKinds: Readonly<Record<ProblemCode, Kind>> = {
  'request.invalid': { status: 400, title: 'The request is not valid' },
  'request.too-large': { status: 413, title: 'The request is too large' },
  'request.malformed': { status: 400, title: 'The request cannot be read' },
  'request.unsupported-media': { status: 415, title: 'The content type is not supported' },
  'request.rate-limited': { status: 429, title: 'Too many requests' },
  'request.idempotency-mismatch': { status: 422, title: 'The idempotency key was used for another request' },
  'request.in-progress': { status: 409, title: 'The same request is still being worked on' },
  'cursor.invalid': { status: 400, title: 'The cursor is not valid' },
  'access.unauthenticated': { status: 401, title: 'Not signed in' },
  'access.forbidden': { status: 403, title: 'Not allowed' },
  'access.csrf': { status: 403, title: 'The request did not come from this site' },
  'access.scope-missing': { status: 403, title: 'The token lacks a scope' },
  'sign-in.link-expired': { status: 410, title: 'The link has expired' },
  'sign-in.link-used': { status: 410, title: 'The link was used already' },
  'resource.not-found': { status: 404, title: 'Not found' },
  'route.not-found': { status: 404, title: 'No such address' },
  'method.not-allowed': { status: 405, title: 'The method is not allowed here' },
  'developer.offboarded': { status: 409, title: 'The developer has been offboarded' },
  'developer.exists': { status: 409, title: 'The developer exists already' },
  'app.retired': { status: 409, title: 'The app has been retired' },
  'app.restricted': { status: 409, title: 'The app is restricted' },
  'app.not-attested': { status: 409, title: 'The app has not been attested yet' },
  'app.exists': { status: 409, title: 'The app exists already' },
  'cycle.none-open': { status: 409, title: 'Nothing is asked at the moment' },
  'walk.step-unknown': { status: 422, title: 'No such step' },
  'submission.incomplete': { status: 422, title: 'The submission is not complete' },
  'submission.nothing-outstanding': { status: 409, title: 'Nothing is outstanding' },
  'submission.already-answered': { status: 409, title: 'The submission has been answered already' },
  'requirement.not-submitted': { status: 409, title: 'The requirement is not in review' },
  'requirement.already-decided': { status: 409, title: 'The requirement has been decided already' },
  'review.reason-missing': { status: 422, title: 'A reason is missing' },
  'review.own-submission': { status: 403, title: 'Nobody reviews what they signed' },
  'review.question-open': { status: 409, title: 'A question about this item waits for its answer' },
  'review.question-answered': { status: 409, title: 'The question has been answered already' },
  'review.question-closed': { status: 409, title: 'The item has been decided, so the question is closed' },
  'extension.already-used': { status: 409, title: 'The extension of this cycle has been used' },
  'extension.too-long': { status: 422, title: 'The extension is too long' },
  'extension.not-later': { status: 422, title: 'The extension does not end later' },
  'extension.not-possible': { status: 409, title: 'An extension is not possible now' },
  'extension.already-decided': { status: 409, title: 'The extension has been decided already' },
  'extension.same-person': { status: 403, title: 'Nobody approves their own request' },
  'appeal.too-late': { status: 409, title: 'The time for an appeal is over' },
  'appeal.already-filed': { status: 409, title: 'There is one appeal for each decision' },
  'appeal.words-missing': { status: 422, title: 'The reasons are missing' },
  'appeal.already-acknowledged': { status: 409, title: 'The first answer has been given already' },
  'appeal.already-decided': { status: 409, title: 'The appeal has been decided already' },
  'appeal.same-person': { status: 403, title: 'Nobody decides an appeal against their own decision' },
  'finding.not-possible': { status: 409, title: 'Nothing was attested that a finding could be about' },
  'finding.clause-unknown': { status: 422, title: 'The obligation does not rest on this clause' },
  'finding.already-answered': { status: 409, title: 'The finding waits for a decision' },
  'finding.not-answered': { status: 409, title: 'The finding has not been answered' },
  'finding.already-decided': { status: 409, title: 'The finding is settled already' },
  'finding.same-person': { status: 403, title: 'Nobody decides on their own answer' },
  'hold.already-lifted': { status: 409, title: 'The hold has been lifted already' },
  'freeze-day.exists': { status: 409, title: 'The day is frozen already' },
  'freeze-day.past': { status: 409, title: 'The day is not ahead any more' },
  'release.not-blocked': { status: 409, title: 'A plan does not wait for the budget' },
  'release.same-person': { status: 403, title: 'A second person has to release' },
  'release.already-confirmed': { status: 409, title: 'The release has been confirmed already' },
  'policy.already-published': { status: 409, title: 'The version is published already' },
  'policy.same-person': { status: 403, title: 'A second person has to publish' },
  'tier.exists': { status: 409, title: 'There is a tier of this name' },
  'terms.already-proposed': { status: 409, title: 'Other terms wait for their second person' },
  'terms.not-examined': { status: 409, title: 'What the terms would move is still being worked out' },
  'terms.already-decided': { status: 409, title: 'The terms have been decided on already' },
  'terms.same-person': { status: 403, title: 'A second person has to approve' },
  'campaign.not-possible': { status: 409, title: 'The campaign cannot do that now' },
  'campaign.same-person': { status: 403, title: 'A second person has to start it' },
  'exemption.too-long': { status: 422, title: 'The exemption is too long' },
  'exemption.end-past': { status: 422, title: 'The exemption ends before it begins' },
  'exemption.not-claimed': { status: 409, title: 'No exemption is claimed here' },
  'exemption.not-in-force': { status: 409, title: 'The exemption is not in force' },
  'suspension.already-open': { status: 409, title: 'The app is suspended for this already, or about to be' },
  'suspension.not-possible': { status: 409, title: 'There is nothing to suspend' },
  'suspension.already-decided': { status: 409, title: 'The suspension has been decided already' },
  'suspension.already-lifted': { status: 409, title: 'The suspension has been lifted already' },
  'suspension.appealed': { status: 409, title: 'An appeal against this suspension is open' },
  'post-mortem.already-concluded': { status: 409, title: 'This post-mortem is concluded already' },
  'suspension.same-person': { status: 403, title: 'Nobody confirms their own request' },
  'enforcement.over-budget': { status: 409, title: 'The enforcement budget is spent' },
  'enforcement.held': { status: 409, title: 'Enforcement is held' },
  'termination.not-possible': { status: 409, title: 'There is no ground for a termination' },
  'termination.already-announced': { status: 409, title: 'A termination has been announced already' },
  'termination.already-decided': { status: 409, title: 'The termination has been decided already' },
  'termination.same-person': { status: 403, title: 'A second person has to confirm' },
  'termination.too-early': { status: 409, title: 'The notice has not run out' },
  'termination.answer-owed': { status: 409, title: 'An answer is owed first' },
  'notice.already-accepted': { status: 409, title: 'The notice has been delivered already' },
  'notice.same-person': { status: 403, title: 'A second person has to confirm' },
  'reminder.already-sent': { status: 409, title: 'They were reminded today' },
  'reminder.nothing-due': { status: 409, title: 'There is nothing to remind of' },
  'key.revoked': { status: 409, title: 'The key has been revoked' },
  'key.already-rolled': { status: 409, title: 'The key has been rolled already' },
  'key.overlap-too-long': { status: 422, title: 'The overlap is too long' },
  'key.not-live': { status: 409, title: 'The key is not a live key' },
  'gateway.token-refused': { status: 502, title: 'The token of the gateway is refused' },
  'task.already-closed': { status: 409, title: 'The task has been closed already' },
  'draft.stale': { status: 409, title: 'The draft was changed in the meantime' },
  'draft.closed': { status: 409, title: 'The draft is closed' },
  'answers.invalid': { status: 422, title: 'The answers are not valid' },
  'evidence.type-refused': { status: 415, title: 'This type of file is not accepted' },
  'evidence.too-large': { status: 413, title: 'The file is too large' },
  'evidence.too-many': { status: 409, title: 'The app has too many files' },
  'evidence.missing': { status: 422, title: 'Evidence is missing' },
  'contact.exists': { status: 409, title: 'The person is a contact already' },
  'contact.last-signatory': { status: 409, title: 'The last signatory stays' },
  'delegation.scope-missing': { status: 403, title: 'The delegation does not cover this' },
  'delegation.mandate-missing': { status: 403, title: 'The mandate is missing' },
  'delegation.ended': { status: 409, title: 'The delegation has ended' },
  'delegation.ends-too-late': { status: 422, title: 'The delegation ends too late' },
  'delegation.ends-too-early': { status: 422, title: 'The delegation ends too early' },
  'delegate.exists': { status: 409, title: 'The person is a delegate already' },
  'delegate.too-many': { status: 409, title: 'The delegation has too many people' },
  'person.not-verified': { status: 409, title: 'The address has not been confirmed' },
  'desk-view.exists': { status: 409, title: 'There is a view of this name' },
  'desk-view.too-many': { status: 409, title: 'There are too many views' },
  'import.unreadable': { status: 422, title: 'The file cannot be read' },
  'import.nothing-waiting': { status: 409, title: 'There is nothing to import' },
  'import.not-running': { status: 409, title: 'The import does not run' },
  'leave.overlaps': { status: 409, title: 'Away on some of these days already' },
  'leave.stand-in-away': { status: 409, title: 'Nobody stands in on some of these days' },
  'clock.not-embedded': { status: 403, title: 'Time moves in embedded mode only' },
  'clock.backwards': { status: 422, title: 'Time does not move backwards' },
  'clock.timeout': { status: 504, title: 'The step did not settle in time' },
  'mail.unavailable': { status: 503, title: 'Mail cannot be sent at the moment' },
  'database.unavailable': { status: 503, title: 'The record cannot be reached' },
  internal: { status: 500, title: 'Something is wrong on our side' },
};

/** A thing that is not there, or is not the caller's to see: both read the same. */
export function notFound(noun = 'thing'): AvowError {
  return new AvowError(
    'resource.not-found',
    `There is no such ${noun} here, or it is not yours. Check the identifier and with which account you are signed in.`,
  );
}

/** A refusal that has an HTTP status. */
export type Refusal = AvowError & { readonly code: ProblemCode };

function refusal(
  code: ProblemCode,
  ...rest: ConstructorParameters<typeof AvowError> extends [unknown, ...infer Rest] ? Rest : never
): Refusal {
  return new AvowError(code, ...rest) as Refusal;
}

/** True for a code that has an HTTP status. */
export function isProblemCode(code: ErrorCode): code is ProblemCode {
  return code in problemKinds;
}

/** The last middleware: turns whatever was thrown into a problem, and tells the log what the caller is not told. */
export function answerProblems({ logger, settings }: ServerDeps): ErrorRequestHandler {
  return (fault, request, response, next) => {
    const refused = refusalOf(fault);
    const requestId = requestIdOf(request);
    if (refused.code === 'internal') logger.error({ err: fault, requestId }, 'request failed');
    if (response.headersSent) return void next(fault);
    send(response, refused, settings.publicUrl, requestId);
  };
}

function send(response: Response, refusal: Refusal, publicUrl: string, requestId: string): void {
  const { status, headers, body } = problemOf(refusal, publicUrl, requestId);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.status(status).type(problemMediaType).send(body);
}

/** A refusal as it is sent: its status, the headers of its own, and the JSON text. */
export function problemOf(
  refusal: Refusal,
  publicUrl: string,
  requestId: string,
): { status: number; headers: Record<string, string>; body: string } {
  const { status, title } = problemKinds[refusal.code];
  const { retryAfterSeconds, allow, ...details } = refusal.details;
  const body: Problem = {
    type: `${publicUrl}/docs#problem-${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.message,
    instance: `urn:uuid:${requestId}`,
    errors: refusal.faults.map((fault) => ({ path: fault.path, message: fault.message })),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
  return {
    status,
    headers: {
      ...(typeof retryAfterSeconds === 'number' && { 'Retry-After': String(Math.ceil(retryAfterSeconds)) }),
      ...(typeof allow === 'string' && { Allow: allow }),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    },
    body: JSON.stringify(body),
  };
}

/** What a thrown value means to the caller. Anything not known is `internal`, with nothing of it inside. */
export function refusalOf(fault: unknown): Refusal {
  const code = codeOf(fault);
  if (code !== undefined && isProblemCode(code)) {
    const ours = fault as AvowError;
    return refusal(code, ours.message, faultsOf(ours.faults), ours.details ?? {});
  }
  if (isDatabaseUnreachable(fault)) {
    return refusal('database.unavailable', 'Nothing was changed. Try again in a moment.', [], {
      retryAfterSeconds: 5,
    });
  }
  return (
    refusalOfBody(fault) ??
    refusal('internal', 'Nothing you did wrong. Try again; if it stays, send us the instance of this answer.')
  );
}

function faultsOf(faults: unknown): readonly FieldFault[] {
  return Array.isArray(faults) ? faults : [];
}

function refusalOfBody(fault: unknown): Refusal | undefined {
  const { type, status } = (fault ?? {}) as { type?: unknown; status?: unknown };
  switch (type) {
    case 'entity.too.large':
      return refusal('request.too-large', 'Send less in one request: JSON bodies are at most 256 kB.');
    case 'entity.parse.failed':
      return refusal('request.malformed', 'The body is not valid JSON. Send one JSON object, in UTF-8.');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return refusal('request.unsupported-media', 'Send the body in UTF-8, plain or with gzip, deflate or br.');
    case 'request.aborted':
    case 'request.size.invalid':
      return refusal('request.malformed', 'The body ended before its announced length. Send it again.');
    default:
      return status === 400
        ? refusal('request.malformed', 'The request cannot be read: check the encoding of its address and body.')
        : undefined;
  }
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '40001',
  '40P01',
]);
const unreachableWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** True when PostgreSQL could not be asked at all, so that the caller may simply try again. */
export function isDatabaseUnreachable(fault: unknown): boolean {
  const { code, message, errors, syscall } = (fault ?? {}) as {
    code?: unknown;
    message?: unknown;
    errors?: unknown;
    syscall?: unknown;
  };
  if (code === 'ENOENT' && syscall === 'connect') return true;
  if (typeof code === 'string' && (unreachable.has(code) || code.startsWith('08'))) return true;
  if (Array.isArray(errors) && errors.length > 0 && errors.every(isDatabaseUnreachable)) return true;
  return typeof message === 'string' && unreachableWords.test(message);
}
