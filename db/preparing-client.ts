import { Client } from 'pg';

/** Begins a query that is planned once on each connection, wherever it is asked: for long ones whose plan is the same for whomever they ask about. */
export const plannedOnce = '/* planned once */';

/** One name for each text of a query. */
const names = new Map<string, string>();

/** A connection on which PostgreSQL plans the queries that say so once and not every time they are asked. */
export class PreparingClient extends Client {
  override query = ((text: unknown, values: unknown, ...more: unknown[]) => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || !this.prepares(text))
      return ask.call(this, text, values, ...more);
    let name = names.get(text);
    if (name === undefined) names.set(text, (name = `avow_${names.size}`));
    return ask.call(this, { name, text, values }, ...more);
  }) as Client['query'];

  protected prepares(text: string): boolean {
    return text.startsWith(plannedOnce);
  }
}

/** The same for every query: for connections that ask a few again and again. A plan is kept for as long as the connection lives. */
export class AlwaysPreparingClient extends PreparingClient {
  protected override prepares(): boolean {
    return true;
  }
}

const ask = Client.prototype.query as (this: Client, ...given: unknown[]) => unknown;
