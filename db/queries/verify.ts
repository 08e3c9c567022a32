import { type CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId, KeyId, TokenId } from '../../domain/ids';
import type { SuspensionClass } from '../../domain/lifecycle/state';
import type { TokenScope } from '../../domain/permissions';
import type { Database } from '../database';
import type { Tables } from '../tables';
import { openSuspensions } from './apps';

/** What a verdict on an app's keys is made from. */
export interface AppFacts {
  appId: AppId;
  developerId: DeveloperId;
  name: string;
  timeZone: string;
  /** Moved time of the developer; 0 outside the embedded mode. */
  offsetMs: number;
  standing: Tables['apps']['standing'];
  sdkProduct: Tables['apps']['sdkProduct'];
  suspensions: SuspensionClass[];
  /** The binding day of the app's open plan, else of the next cycle. */
  dueOn: Day | null;
  /** The last day to cure the most pressing open finding; null when none is open. */
  findingDueOn: Day | null;
}

export interface KeyFactsRow {
  /** SHA-256 of the key's text, hex. */
  hash: string;
  keyId: KeyId;
  appId: AppId;
  environment: 'test' | 'live';
  state: Tables['keys']['state'];
  expiresAt: Instant | null;
  statusIndex: number;
}

export interface TokenFacts {
  tokenId: TokenId;
  tokenHash: string;
  scopes: TokenScope[];
  expiresAt: Instant | null;
}

/** Runs reads that must agree with each other: all of them see the record at one moment. */
export function atOneMoment<Result>(
  db: Database,
  read: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/** Whose facts are asked for: these apps, and all apps of these developers. */
export interface Whose {
  appIds: readonly AppId[];
  developerIds: readonly DeveloperId[];
}

/** The present facts of some apps, as texts: see `appsOf` and `keysOf`. */
export interface ReadFacts {
  apps: string | null;
  keys: string | null;
  /** Nothing of transactions from this one on can have been seen. */
  high: number;
}

/** The facts of these apps and of their keys. One statement sees the record at one moment, and takes one way there and back. */
export async function readFacts(db: Kysely<Tables>, { appIds, developerIds }: Whose): Promise<ReadFacts> {
  factsQuery ??= compileFacts(db);
  const { rows } = await db.executeQuery<ReadFacts>({ ...factsQuery, parameters: [[...appIds], [...developerIds]] });
  return rows[0] ?? { apps: null, keys: null, high: 0 };
}

/** The same for every database: to write the text anew for every reading costs as much as the reading. */
let factsQuery: CompiledQuery<ReadFacts> | undefined;

function compileFacts(db: Kysely<Tables>): CompiledQuery<ReadFacts> {
  const those = appFacts(db).where(({ or, eb }) =>
    or([eb('apps.id', '=', sql<AppId>`any(${[]})`), eb('apps.developerId', '=', sql<DeveloperId>`any(${[]})`)]),
  );
  return sql<ReadFacts>`
    with facts as materialized (${those})
    select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as high,
      (select ${appsText('facts')} from facts) as apps,
      (select ${keyLines} from facts join keys k on k.app_id = facts.app_id join key_secrets s on s.key_id = k.id) as keys`.compile(
    db,
  );
}

/** How many apps are written into one text. */
const appsInText = 25_000;

/** Every app that has a key, in some texts: see `appsOf`. */
export async function readAppTexts(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select ${appsText('numbered')} as text
    from (select *, row_number() over () / ${sql.lit(appsInText)} as part from ${appFacts(db).as('facts')}) as numbered
    where exists (select from keys where keys.app_id = numbered.app_id)
    group by part`.execute(db);
  return rows.map(({ text }) => text);
}

/** Lists without names, in one text: to read and to name many thousand rows one by one takes longer than a start may. */
function appsText(table: string) {
  const columns = 'app_id developer_id name time_zone offset_ms standing sdk_product suspensions due_on finding_due_on';
  const listed = sql.join(columns.split(' ').map((column) => sql.ref(`${table}.${column}`)));
  return sql<string>`json_agg(json_build_array(${listed}))::text`;
}

type AppColumns = [
  AppId,
  DeveloperId,
  name: string,
  timeZone: string,
  offsetMs: number,
  AppFacts['standing'],
  AppFacts['sdkProduct'],
  SuspensionClass[],
  dueOn: Day | null,
  findingDueOn: Day | null,
];

/** The apps in such a text. */
export function* appsOf(text: string | null): Generator<AppFacts> {
  for (const columns of JSON.parse(text ?? '[]') as AppColumns[]) {
    const [appId, developerId, name, timeZone, offsetMs, standing, sdkProduct, suspensions, dueOn, findingDueOn] =
      columns;
    yield { appId, developerId, name, timeZone, offsetMs, standing, sdkProduct, suspensions, dueOn, findingDueOn };
  }
}

function appFacts(db: Kysely<Tables>) {
  return db
    .selectFrom('apps')
    .innerJoin('appProfiles', 'appProfiles.appId', 'apps.id')
    .innerJoin('developers', 'developers.id', 'apps.developerId')
    .leftJoin('developerOffsets', 'developerOffsets.developerId', 'apps.developerId')
    .select([
      'apps.id as appId',
      'apps.developerId',
      'appProfiles.name',
      'developers.timeZone',
      sql<number>`coalesce(developer_offsets.offset_ms, 0)`.as('offsetMs'),
      'apps.standing',
      'apps.sdkProduct',
      openSuspensions('apps.id').as('suspensions'),
      sql<Day | null>`coalesce((
        select min(plans.due_on) from plans where plans.app_id = apps.id and plans.cycle_id is not null and plans.closed_at is null),
        developers.next_due_on)`.as('dueOn'),
      sql<Day | null>`(
        select min(plans.due_on) from plans where plans.app_id = apps.id and plans.finding_id is not null and plans.closed_at is null)`.as(
        'findingDueOn',
      ),
    ]);
}

/** Every token that may still let somebody in. */
export async function readTokens(db: Kysely<Tables>): Promise<TokenFacts[]> {
  return db
    .selectFrom('apiTokens')
    .where('revokedAt', 'is', null)
    .select(['id as tokenId', 'tokenHash', 'scopes', 'expiresAt'])
    .execute();
}

/** How many keys and apps there are, and the highest place in the status list; -1 for none. */
export async function countKeys(db: Kysely<Tables>): Promise<{ keys: number; apps: number; last: number }> {
  return db
    .selectFrom('keySecrets')
    .select([
      sql<number>`count(*)`.as('keys'),
      sql<number>`(select count(*) from apps)`.as('apps'),
      sql<number>`coalesce(max(status_index), -1)`.as('last'),
    ])
    .executeTakeFirstOrThrow();
}

/**
 * The keys in places `from` to `to` of the status list, `to` left out, in one text: see `keysOf`. Each is looked up by its identifier: a
 * join that the planner chose would go through all keys for every page.
 */
export async function readKeyLines(db: Kysely<Tables>, from: number, to: number): Promise<string | null> {
  const { rows } = await sql<{ lines: string | null }>`
    select ${keyLines} as lines
    from key_secrets s cross join lateral (select * from keys where keys.id = s.key_id offset 0) k
    where s.status_index >= ${from} and s.status_index < ${to}`.execute(db);
  return rows[0]?.lines ?? null;
}

/** A line for each key. */
const keyLines = sql<
  string | null
>`string_agg(s.hash || ',' || k.id || ',' || k.app_id || ',' || k.environment || ',' || k.state || ','
  || coalesce(floor(extract(epoch from k.expires_at) * 1000)::bigint::text, '-') || ',' || s.status_index || chr(10), '')`;

/** The keys in such a text. */
export function* keysOf(text: string | null): Generator<KeyFactsRow> {
  const fields = new Fields(text ?? '');
  while (!fields.isOver) {
    yield {
      hash: fields.next(),
      keyId: fields.next() as KeyId,
      appId: fields.next() as AppId,
      environment: fields.next() as KeyFactsRow['environment'],
      state: fields.next() as KeyFactsRow['state'],
      expiresAt: instantOf(fields.next()),
      statusIndex: Number(fields.next('\n')),
    };
  }
}

function instantOf(field: string): Instant | null {
  return field === '-' ? null : Number(field);
}

/** Fields of lines, one after the other: half as dear as to cut a text into a list of lists. */
class Fields {
  #at = 0;

  constructor(private readonly text: string) {}

  get isOver(): boolean {
    return this.#at >= this.text.length;
  }

  next(end: ',' | '\n' = ','): string {
    const from = this.#at;
    const to = this.text.indexOf(end, from);
    this.#at = to + 1;
    return this.text.slice(from, to);
  }
}
