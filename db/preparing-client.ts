import { Client } from 'pg';

/** One name for each text of a query. */
const names = new Map<string, string>();

/**
 * A connection on which PostgreSQL plans each query once and not every time it is asked. For connections that ask a few queries again
 * and again: a plan is kept for as long as the connection lives.
 */
export class PreparingClient extends Client {
  override query = ((text: unknown, values: unknown, ...more: unknown[]) => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return ask.call(this, text, values, ...more);
    let name = names.get(text);
    if (name === undefined) names.set(text, (name = `avow_${names.size}`));
    return ask.call(this, { name, text, values }, ...more);
  }) as Client['query'];
}

const ask = Client.prototype.query as (this: Client, ...given: unknown[]) => unknown;
