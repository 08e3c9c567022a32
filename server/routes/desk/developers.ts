import { countDevelopers, exportDevelopers } from '../../../api/desk-developers';
import type { QueryOf } from '../../../api/operation';
import { iso } from '../../../api/values';
import type { Database } from '../../../db/database';
import { everyPage } from '../../../db/paging';
import { countDevelopers as count, type DeveloperFilter, pageOfDevelopers } from '../../../db/queries/developer-filter';
import { type ListedDeveloper, shownStanding } from '../../../db/queries/developers';
import { namesOf } from '../../../db/queries/timeline';
import { dayOf } from '../../../domain/calendar/zoned';
import { type CsvCell, csvOf } from '../../csv';
import { route } from '../../route';
import { filterOf } from '../developers/filter';

const most = 10_000;
const rowsAtOnce = 500;
const everybody = { developerIds: 'all', findsByEmail: true } as const;

export const countDevelopersRoute = route(countDevelopers, async ({ query, caller, deps, now }) => {
  const filter = await filterOf(query, caller, deps, now);
  const counted = await count(deps.db, filter, everybody, most);
  return { count: Math.min(counted, most), isMore: counted > most };
});

export const exportDevelopersRoute = route(
  exportDevelopers,
  async ({ query: { sort, ...asked }, caller, deps, now }) => ({
    mediaType: 'text/csv; charset=utf-8',
    name: `developers-${dayOf(now, deps.lifecycle.terms.vendor.timeZone)}.csv`,
    content: csvOf(
      columns.map(([name]) => name),
      linesOf(deps.db, await filterOf(asked, caller, deps, now), sort),
    ),
  }),
);

async function* linesOf(
  db: Database,
  filter: DeveloperFilter,
  sort: QueryOf<typeof exportDevelopers>['sort'],
): AsyncGenerator<CsvCell[][]> {
  const read = (cursor: string | undefined) =>
    pageOfDevelopers(db, filter, everybody, { sort, limit: rowsAtOnce, cursor });
  for await (const rows of everyPage(read)) {
    const managers = rows.flatMap((row) => row.accountManagerId ?? []);
    const names = await namesOf(db, managers, null);
    yield rows.map((row) => columns.map(([, cell]) => cell(row, names)));
  }
}

type Cell = (row: ListedDeveloper, managers: ReadonlyMap<string, string>) => CsvCell;

const columns: readonly (readonly [name: string, cell: Cell])[] = [
  ['developerId', (row) => row.id],
  ['legalName', (row) => row.legalName],
  ['standing', (row) => shownStanding(row)],
  ['nextDueOn', (row) => row.nextDueOn],
  ['country', (row) => row.country],
  ['language', (row) => row.language],
  ['timeZone', (row) => row.timeZone],
  ['accountManagerId', (row) => row.accountManagerId],
  ['accountManager', (row, managers) => managers.get(row.accountManagerId ?? '') ?? null],
  ['tierId', (row) => row.tierId],
  ['sdkProducts', (row) => row.sdkProducts.join(' ')],
  ['apps', (row) => row.appCount],
  ['contacts', (row) => row.contactCount],
  ['openTasks', (row) => row.openTaskCount],
  ['openReviews', (row) => row.openReviewCount],
  ['isUnreachable', (row) => String(row.isUnreachable)],
  ['enrolledAt', (row) => iso(row.enrolledAt)],
];
