import type { z } from 'zod';
import type { AnswerSpec, AnyOperation, FileAnswer, FileBody, NoAnswer, Shape } from '../../api/operation';

/** In a query a flag may be given as a boolean and a count as a number. */
type Loose<Value> = string extends Value ? Value | number : 'true' | 'false' extends Value ? Value | boolean : Value;

type Given<Fields extends Shape> = string extends keyof Fields ? {} : z.input<z.ZodObject<Fields>>;
type Queried<Fields extends Shape> = string extends keyof Fields
  ? {}
  : { [Name in keyof z.input<z.ZodObject<Fields>>]: Loose<z.input<z.ZodObject<Fields>>[Name]> };
type Sent<Body> = Body extends z.ZodType ? z.input<Body> : Body extends FileBody ? Blob : never;

type Part<Name extends string, Value> = {} extends Value ? { [Key in Name]?: Value } : { [Key in Name]: Value };

/** What an operation is called with, as its schemas in api/ take it. */
export type ArgumentsOf<Op extends AnyOperation> = Part<'params', Given<NonNullable<Op['params']>>> &
  Part<'query', Queried<NonNullable<Op['query']>>> &
  ([NonNullable<Op['body']>] extends [never] ? { body?: undefined } : { body: Sent<NonNullable<Op['body']>> });

export interface Circumstances {
  /** The same key again asks for the same answer again. Made anew where it is not given. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Headers of its own, as If-Match. */
  headers?: Readonly<Record<string, string>>;
}

type Shown<Spec> = Spec extends FileAnswer
  ? Blob
  : Spec extends NoAnswer
    ? undefined
    : Spec extends z.ZodType
      ? z.output<Spec>
      : never;

/** What an operation answers with. A file arrives as a Blob; for a download, link to `addressOf` instead. */
export type AnswerOf<Op extends AnyOperation> = Shown<
  Extract<NonNullable<Op['responses'][keyof Op['responses']]>, AnswerSpec>
>;
