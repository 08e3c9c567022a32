import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { AlwaysPreparingClient, PreparingClient } from './preparing-client';
import type { Tables } from './tables';

export type Database = Kysely<Tables>;

const timestamptz = 1184;
const day = 1082;
const int8 = 20;

/**
 * Opens a pool on PostgreSQL. Columns are camelCase on this side; an instant is a number of milliseconds,
 * a day is `YYYY-MM-DD`, a bigint is a number. `isPrepared` is for who asks the same few queries for ever.
 */
export function openDatabase(
  url: string,
  options: { poolSize?: number; applicationName?: string; connectTimeoutMs?: number; isPrepared?: boolean } = {},
): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 0,
    keepAlive: true,
    application_name: options.applicationName ?? 'avow',
    Client: options.isPrepared ? AlwaysPreparingClient : PreparingClient,
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
  });
  // A connection that the server closes must not take the process down, neither an idle one nor one that somebody holds:
  // the query under way, or the next one, reports it.
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === timestamptz) return (text: string) => Date.parse(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
  if (oid === day) return (text: string) => text;
  if (oid === int8) return Number;
  return types.getTypeParser(oid, format);
}
