import { type Kysely, sql } from 'kysely';
import type { Day } from '../../domain/calendar/instant';
import type { DeveloperId, PersonId, TierId } from '../../domain/ids';
import type { Language, Standing } from '../../domain/lifecycle/state';
import type { SdkProductSlug } from '../../domain/products';
import { type Page, type PageRequest, paged } from '../paging';
import type { Tables } from '../tables';
import { deskOf, named, type Search } from './developer-search';
import { developerSorts, developersQuery, fromBest, type ListedDeveloper } from './developers';

type Db = Kysely<Tables>;

/** Which developers. Everything that is named must hold. */
export interface DeveloperFilter {
  standing?: Standing | undefined;
  accountManagerId?: PersonId | undefined;
  hasAccountManager?: boolean | undefined;
  /** Looked after by one of these, or by none of them: few persons. */
  lookedAfter?: { by: readonly PersonId[]; is: boolean } | undefined;
  /** A part of the legal name or of an app's, from `readSearch`. */
  search?: Search | undefined;
  /** From this day on. */
  dueFrom?: Day | undefined;
  /** On an earlier day than this. */
  dueBefore?: Day | undefined;
  sdkProduct?: SdkProductSlug | undefined;
  tierId?: TierId | undefined;
  country?: string | undefined;
  language?: Language | undefined;
  hasOpenTasks?: boolean | undefined;
  hasOpenReview?: boolean | undefined;
  isUnreachable?: boolean | undefined;
}

/** Who asks: which developers they may see at all, and whether a contact's whole address finds its developer. */
export interface DeveloperReader {
  developerIds: readonly DeveloperId[] | 'all';
  findsByEmail: boolean;
}

/**
 * One page of the developers that a filter names: found and sorted within the narrow table of the desk, and only those of the page then
 * filled with what a list shows. Throws cursor.invalid.
 */
export async function pageOfDevelopers(
  db: Db,
  filter: DeveloperFilter,
  reader: DeveloperReader,
  request: PageRequest<keyof typeof developerSorts>,
): Promise<Page<ListedDeveloper>> {
  const page = await paged(filteredDevelopers(db, filter, reader), developerSorts, 'desk.developerId', request);
  const ids = page.rows.map(({ developerId }) => developerId);
  if (ids.length === 0) return { ...page, rows: [] };
  const found = await developersQuery(db).where('desk.developerId', 'in', ids).execute();
  const byId = new Map(found.map((developer) => [developer.id, developer]));
  return { ...page, rows: ids.flatMap((id) => byId.get(id) ?? []) };
}

/** Those developers that a filter names. Conditions with an index of their own are spelled as it is. */
function filteredDevelopers(db: Db, filter: DeveloperFilter, reader: DeveloperReader) {
  const { standing, search } = filter;
  const among = search === undefined ? deskOf(db) : named(db, search, reader.findsByEmail);
  let query = db.selectFrom(among.as('desk')).select('desk.developerId');
  if (reader.developerIds !== 'all') query = query.where('desk.developerId', 'in', [...reader.developerIds]);
  if (standing === 'offboarded') query = query.where(sql<boolean>`desk.is_offboarded`);
  else if (standing !== undefined)
    query = query
      .where('desk.standingRank', '=', fromBest.indexOf(standing) + 1 || -1)
      .where('desk.isOffboarded', '=', false);
  if (filter.accountManagerId !== undefined) query = query.where('desk.accountManagerId', '=', filter.accountManagerId);
  if (filter.hasAccountManager !== undefined)
    query = query.where('desk.accountManagerId', filter.hasAccountManager ? 'is not' : 'is', null);
  if (filter.lookedAfter !== undefined) query = query.where(isLookedAfter(filter.lookedAfter));
  if (filter.dueFrom !== undefined) query = query.where('desk.dueOn', '>=', filter.dueFrom);
  if (filter.dueFrom !== undefined && filter.dueBefore === undefined)
    query = query.where(sql<boolean>`desk.due_on < date '9999-12-31'`);
  if (filter.dueBefore !== undefined) query = query.where('desk.dueOn', '<', filter.dueBefore);
  if (filter.sdkProduct !== undefined)
    query = query.where(sql<boolean>`${filter.sdkProduct} = any (desk.sdk_products)`);
  if (filter.tierId !== undefined)
    query = query.where(
      'desk.developerId',
      'in',
      db.selectFrom('developers').select('id').where('tierId', '=', filter.tierId),
    );
  if (filter.country !== undefined) query = query.where('desk.country', '=', filter.country);
  if (filter.language !== undefined) query = query.where('desk.language', '=', filter.language);
  if (filter.hasOpenTasks !== undefined)
    query = query.where(
      filter.hasOpenTasks ? sql<boolean>`desk.open_task_count > 0` : sql<boolean>`desk.open_task_count = 0`,
    );
  if (filter.hasOpenReview !== undefined)
    query = query.where(
      filter.hasOpenReview ? sql<boolean>`desk.open_review_count > 0` : sql<boolean>`desk.open_review_count = 0`,
    );
  if (filter.isUnreachable !== undefined)
    query = query.where(
      filter.isUnreachable ? sql<boolean>`desk.is_unreachable` : sql<boolean>`not desk.is_unreachable`,
    );
  return query;
}

/** In a list, not an array: for one person, which is the rule, the index then gives them in the order of their names. */
function isLookedAfter({ by, is }: { by: readonly PersonId[]; is: boolean }) {
  const among = sql<boolean>`desk.account_manager_id in (${sql.join(by)})`;
  return is ? among : sql<boolean>`(${among}) is not true`;
}

/** How many a filter names, counted no further than `most + 1`: whoever reads a list needs no more, and counting on would take long. */
export async function countDevelopers(
  db: Db,
  filter: DeveloperFilter,
  reader: DeveloperReader,
  most: number,
): Promise<number> {
  const { count } = await db
    .selectFrom(
      filteredDevelopers(db, filter, reader)
        .limit(most + 1)
        .as('counted'),
    )
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
