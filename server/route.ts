import type { AnyOperation, BodyOf, ParamsOf, QueryOf, ViewOf } from '../api/operation';
import type { Instant } from '../domain/calendar/instant';
import type { DeveloperId, EventId, Id } from '../domain/ids';
import type { Actor } from '../domain/lifecycle/events';
import type { CallerOf } from './caller';
import type { ServerDeps } from './deps';
import type { NamedLimit } from './limits';

/** What a handler is given: the request as its operation describes it, who asks, and the server's dependencies. */
export interface Call<Op extends AnyOperation> {
  params: ParamsOf<Op>;
  query: QueryOf<Op>;
  body: BodyOf<Op>;
  caller: CallerOf<Op['access']>;
  /** By which part of the operation's `access` the caller was let in. */
  as: 'developer' | 'staff' | 'token' | 'public';
  /** The caller as the audit log names them. */
  actor: Actor;
  /** The developers that the caller may reach here: 'all' for staff and tokens. Filter lists by it. */
  developerIds: readonly DeveloperId[] | 'all';
  /** The caller is somebody of an agency, let in by a delegation alone. */
  isDelegate: boolean;
  /**
   * Throws 404 or 403 unless the caller may do this to that developer. Only needed where the path has no `{developerId}`
   * and the owner is found by another id: with it in the path, all is checked before the handler runs.
   */
  reach(developerId: DeveloperId): void;
  deps: ServerDeps;
  /** Wall time of this request. */
  now: Instant;
  /** The id for the one event this request causes: the same again when it is repeated with its Idempotency-Key. */
  eventId: EventId;
  /** Ids for what this request makes: the same again, in the same order, when it is repeated with its Idempotency-Key. */
  newId<Prefix extends string>(prefix: Prefix): Id<Prefix>;
  /** Counts against a named limit; throws request.rate-limited when it is used up. */
  spend(limit: NamedLimit, key: string): Promise<void>;
  requestId: string;
  /** The address the request came from. Not for storing. */
  address: string;
  /** The value of a request header; null when it was not sent. */
  header(name: string): string | null;
}

type ResponsesOf<Op extends AnyOperation> = Op['responses'];
type Views<Responses> = { [Status in keyof Responses]: ViewOf<Responses[Status]> }[keyof Responses];

/** A view with the status and headers it is sent with. */
export interface Answer<View> {
  kind: 'answer';
  status: number;
  view: View;
  headers: Readonly<Record<string, string>>;
}

/** Says the status where an operation has several, or adds headers. Otherwise return the view alone. */
export function answer<View>(status: number, view: View, headers: Readonly<Record<string, string>> = {}): Answer<View> {
  return { kind: 'answer', status, view, headers };
}

export type Handler<Op extends AnyOperation> = (
  call: Call<Op>,
) => Promise<Views<ResponsesOf<Op>> | Answer<Views<ResponsesOf<Op>>>>;

/** An operation with what it does. Its handler is kept without types: `serve` gives it what the operation says. */
export interface Route {
  operation: AnyOperation;
  handler: (call: never) => Promise<unknown>;
}

/** Binds an operation to its handler. One line of `server/routes/index.ts` for each. */
export function route<const Op extends AnyOperation>(operation: Op, handler: Handler<Op>): Route {
  return { operation, handler };
}
