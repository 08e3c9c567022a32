import type { StatementThen } from '../../db/queries/population';
import type { Unattested } from '../../domain/population/unattested';
import { type CsvCell, csvOf } from '../csv';
import { hoursOf, keyHoursOf, type StoodThen } from './read';

type Columns<Row> = readonly (readonly [name: string, cell: (app: StoodThen, row: Row) => CsvCell])[];

const ofApp: Columns<unknown> = [
  ['developerId', (app) => app.developerId],
  ['developer', (app) => app.legalName],
  ['appId', (app) => app.id],
  ['app', (app) => app.appName],
  ['sdkProduct', (app) => app.sdkProduct],
  ['standing', (app) => app.moment.standing],
  ['liveKeys', (app) => app.moment.liveKeys],
  ['coveredUntil', (app) => isoOrEmpty(app.moment.coveredUntil)],
];

const statements: Columns<StatementThen | null> = [
  ...ofApp,
  ['unattestedHours', (app) => round(app.stretches.reduce((sum, stretch) => sum + hoursOf(stretch), 0))],
  ['obligation', (_app, row) => row?.obligation ?? null],
  ['state', (_app, row) => row?.state ?? 'none'],
  ['since', (_app, row) => isoOrEmpty(row?.decidedAt ?? null)],
  ['words', (_app, row) => row?.words ?? null],
  ['catalogueVersion', (_app, row) => row?.catalogueVersion ?? null],
  ['sha256', (_app, row) => row?.sha256 ?? null],
  ['statementId', (_app, row) => row?.statementId ?? null],
  ['signatureId', (_app, row) => row?.signatureId ?? null],
  ['signedAt', (_app, row) => isoOrEmpty(row?.signedAt ?? null)],
  ['signedBy', (_app, row) => row?.signedBy ?? null],
  ['signerName', (_app, row) => row?.typedName ?? null],
  ['signerTitle', (_app, row) => row?.typedTitle ?? null],
];

const stretches: Columns<Unattested> = [
  ...ofApp,
  ['from', (_app, row) => isoOrEmpty(row.from)],
  ['to', (_app, row) => isoOrEmpty(row.to)],
  ['hours', (_app, row) => hoursOf(row)],
  ['keys', (_app, row) => row.keys],
  ['keyHours', (_app, row) => keyHoursOf(row)],
  ['because', (_app, row) => row.because],
];

/** One row for each obligation of each app, an empty one for an app that had stated nothing. */
export function statementLines(population: AsyncIterable<StoodThen[]>): AsyncGenerator<string> {
  return lines(population, statements, (app) => (app.statements.length > 0 ? app.statements : [null]));
}

/** One row for each stretch in which live keys of an app ran un-attested. */
export function unattestedLines(population: AsyncIterable<StoodThen[]>): AsyncGenerator<string> {
  return lines(population, stretches, (app) => app.stretches);
}

function lines<Row>(
  population: AsyncIterable<StoodThen[]>,
  columns: Columns<Row>,
  rowsOf: (app: StoodThen) => readonly Row[],
): AsyncGenerator<string> {
  return csvOf(
    columns.map(([name]) => name),
    cellsOf(population, columns, rowsOf),
  );
}

async function* cellsOf<Row>(
  population: AsyncIterable<StoodThen[]>,
  columns: Columns<Row>,
  rowsOf: (app: StoodThen) => readonly Row[],
): AsyncGenerator<CsvCell[][]> {
  for await (const apps of population)
    yield apps.flatMap((app) => rowsOf(app).map((row) => columns.map(([, cell]) => cell(app, row))));
}

function isoOrEmpty(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function round(hours: number): number {
  return Math.round(100 * hours) / 100;
}
