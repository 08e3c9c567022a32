import { z } from 'zod';
import type { ErrorCode } from '../domain/errors';
import { type DeveloperRole, developerRoles, type StaffRole, staffRoles, type TokenScope } from '../domain/permissions';

/**
 * Who may call. Nothing given means nobody. Several given means any of them.
 * A developer's person is let in by their role in the `{developerId}` of the path; where the path has none, by that role in any developer.
 */
export interface Access {
  /** Anybody, signed in or not. */
  public?: true;
  developer?: readonly DeveloperRole[];
  staff?: readonly StaffRole[];
  token?: readonly TokenScope[];
}

/** Every person who may sign in, whatever their role. */
export const signedIn = { developer: developerRoles, staff: staffRoles } as const satisfies Access;

/** A request body that is a file, sent as it is (`Content-Type` is its type). */
export interface FileBody {
  kind: 'file-body';
  mediaTypes: readonly string[];
  maxBytes: number;
}

/** An answer that is a file; the handler returns a `FileView`. */
export interface FileAnswer {
  kind: 'file-answer';
  mediaTypes: readonly string[];
}

/** An answer without a body (204, 202). */
export interface NoAnswer {
  kind: 'no-answer';
}

export const nothing: NoAnswer = { kind: 'no-answer' };
export const fileBody = (mediaTypes: readonly string[], maxBytes: number): FileBody => ({
  kind: 'file-body',
  mediaTypes,
  maxBytes,
});
export const fileAnswer = (...mediaTypes: string[]): FileAnswer => ({ kind: 'file-answer', mediaTypes });

/** What a handler gets for a `fileBody`. */
export interface ReceivedFile {
  mediaType: string;
  /** The `filename` of Content-Disposition, without folders; null when none was sent. */
  name: string | null;
  content: Uint8Array;
}

/** What a handler returns for a `fileAnswer`. */
export interface FileView {
  mediaType: string;
  /** With a name it is offered as a download. */
  name?: string;
  /** Or its parts, sent as they come: for what is too much to hold at once. */
  content: string | Uint8Array | AsyncIterable<string | Uint8Array>;
}

export type Shape = Readonly<Record<string, z.ZodType>>;
export type BodySpec = z.ZodType | FileBody;
export type AnswerSpec = z.ZodType | FileAnswer | NoAnswer;
export type Answers = Readonly<Partial<Record<SuccessStatus, AnswerSpec>>>;
export type SuccessStatus = 200 | 201 | 202 | 204;
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One thing the API does, as data: the server serves it, the web calls it, the OpenAPI document is made from it. */
export interface Operation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends BodySpec | undefined = BodySpec | undefined,
  Responses extends Answers = Answers,
  Acc extends Access = Access,
> {
  /** operationId: a verb and a noun in camelCase. */
  id: string;
  method: Method;
  /** `/v1/developers/{developerId}/apps` */
  path: `/${string}`;
  /** A POST that only asks: it takes no Idempotency-Key, because a repetition must get the answer of its own moment. */
  isRepeatable?: true;
  summary: string;
  description?: string;
  tag: string;
  access: Acc;
  /** One schema for each `{name}` of the path. */
  params?: Params;
  query?: Query;
  body?: Body;
  /** The answers when it goes well, by HTTP status. */
  responses: Responses;
  /** The refusals of its own; those that any operation of its kind can give are added to the document by themselves. */
  errors: readonly ErrorCode[];
}

export type AnyOperation = Operation<Shape, Shape, BodySpec | undefined, Answers, Access>;

type Parsed<Given extends Shape> = {
  [Name in keyof Given as string extends Name ? never : Name]: z.output<Given[Name]>;
};
export type ParamsOf<Op extends AnyOperation> = Parsed<NonNullable<Op['params']>>;
export type QueryOf<Op extends AnyOperation> = Parsed<NonNullable<Op['query']>>;
export type BodyOf<Op extends AnyOperation> = Received<NonNullable<Op['body']>>;
type Received<Body> = [Body] extends [never]
  ? undefined
  : Body extends z.ZodType
    ? z.output<Body>
    : Body extends FileBody
      ? ReceivedFile
      : never;
export type ViewOf<Spec> = Spec extends z.ZodType ? z.output<Spec> : Spec extends FileAnswer ? FileView : void;

/**
 * Declares an operation. Throws at once, when the module loads, for what would only show in use: a path and
 * parameters that do not match, a body that would let unknown fields pass, an operation that nobody may call.
 */
export function operation<
  const Params extends Shape = {},
  const Query extends Shape = {},
  const Body extends BodySpec | undefined = undefined,
  const Responses extends Answers = Answers,
  const Acc extends Access = Access,
>(spec: Operation<Params, Query, Body, Responses, Acc>): Operation<Params, Query, Body, Responses, Acc> {
  const inPath = [...spec.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const given = Object.keys(spec.params ?? {});
  if (inPath.join() !== given.join()) {
    throw new TypeError(
      `${spec.id}: the path has {${inPath.join('}, {')}}, params has ${given.join(', ') || 'none'} (same names, same order)`,
    );
  }
  if (spec.body instanceof z.ZodObject && !(spec.body.def.catchall instanceof z.ZodNever)) {
    throw new TypeError(`${spec.id}: use z.strictObject() for the body, or unknown fields would be dropped in silence`);
  }
  if (spec.body && spec.method === 'get') throw new TypeError(`${spec.id}: a GET has no body`);
  if (
    spec.method === 'post' &&
    Object.values(spec.responses).some((answer) => answer && 'kind' in answer && answer.kind === 'file-answer')
  ) {
    throw new TypeError(`${spec.id}: a POST answers with a view; let it name the address where a GET gives the file`);
  }
  const access: Access = spec.access;
  if (!access.public && !access.developer?.length && !access.staff?.length && !access.token?.length) {
    throw new TypeError(`${spec.id}: nobody may call it; say who in \`access\``);
  }
  if (Object.keys(spec.responses).length === 0) throw new TypeError(`${spec.id}: say how it answers in \`responses\``);
  return spec;
}

/** True for a file body, so that a schema and a file can be told apart. */
export function isFileBody(body: BodySpec | undefined): body is FileBody {
  return body !== undefined && 'kind' in body && body.kind === 'file-body';
}

/** True for an answer described by a schema. */
export function isSchemaAnswer(answer: AnswerSpec | undefined): answer is z.ZodType {
  return answer !== undefined && !('kind' in answer);
}
