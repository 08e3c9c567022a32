import { judgeCells } from './cell';
import type { ImportCells, ImportColumn, ImportProblem, ImportProblemCode } from './columns';

/** What the record knows that a file is judged against. Mail addresses in small letters. */
export interface KnownForImport {
  accountManagers: ReadonlySet<string>;
  /** Their names in small letters; null where who sends the file puts nobody into a tier. */
  tiers: ReadonlySet<string> | null;
  keyHashes: ReadonlySet<string>;
}

const most = { contacts: 50, apps: 50, keys: 100 };

/** What every row of a developer says the same. */
const ofDeveloper: readonly ImportColumn[] = [
  'legalName',
  'country',
  'timeZone',
  'language',
  'accountManagerEmail',
  'tier',
];
const neededOfDeveloper: readonly ImportColumn[] = ['legalName', 'country', 'timeZone', 'language'];

/**
 * What is wrong with each row, in the order of the file: by itself, beside the other rows of its developer, and beside what is known.
 * Rows of one developer carry the same reference; its own cells stand in the first of them and may be blank in the others.
 */
export function judgeImport(rows: readonly ImportCells[], known: KnownForImport): ImportProblem[][] {
  const problems = rows.map((row) => judgeCells(row));
  const tell: Tell = (index, column, code, values) => {
    if (!problems[index]?.some((one) => one.column === column))
      problems[index]?.push({ column, code, ...(values && { values }) });
  };
  judgeKeys(rows, known, tell);
  for (const indexes of byReference(rows).values()) judgeDeveloper(rows, indexes, known, tell);
  return problems;
}

type Tell = (index: number, column: ImportColumn, code: ImportProblemCode, values?: ImportProblem['values']) => void;

/** Rows by the reference of their developer, in the order of the file. */
export function byReference(rows: readonly Pick<ImportCells, 'developerReference'>[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  rows.forEach(({ developerReference }, index) => {
    if (developerReference === '') return;
    const group = groups.get(developerReference);
    if (group) group.push(index);
    else groups.set(developerReference, [index]);
  });
  return groups;
}

function judgeKeys(rows: readonly ImportCells[], known: KnownForImport, tell: Tell): void {
  const seen = new Map<string, number>();
  rows.forEach(({ keyHash }, index) => {
    if (keyHash === '') return;
    const first = seen.get(keyHash);
    if (first !== undefined) tell(index, 'keyHash', 'key-twice', { row: rowNumberOf(first) });
    else seen.set(keyHash, index);
    if (known.keyHashes.has(keyHash)) tell(index, 'keyHash', 'key-known');
  });
}

function judgeDeveloper(
  rows: readonly ImportCells[],
  indexes: readonly number[],
  known: KnownForImport,
  tell: Tell,
): void {
  const [firstIndex = 0] = indexes;
  const first = rows[firstIndex];
  if (!first) return;
  for (const column of neededOfDeveloper) if (first[column] === '') tell(firstIndex, column, 'missing');
  const manager = first.accountManagerEmail.toLowerCase();
  if (manager !== '' && !known.accountManagers.has(manager))
    tell(firstIndex, 'accountManagerEmail', 'account-manager-unknown');
  if (first.tier !== '' && !known.tiers?.has(first.tier.toLowerCase()))
    tell(firstIndex, 'tier', known.tiers ? 'tier-unknown' : 'tier-not-yours');
  const contacts = new Map<string, { index: number; role: string }>();
  const apps = new Map<string, { index: number; product: string; keys: number }>();
  for (const index of indexes) {
    const row = rows[index];
    if (!row) continue;
    for (const column of ofDeveloper)
      if (row[column] !== '' && row[column] !== first[column])
        tell(index, column, 'differs', { row: rowNumberOf(firstIndex) });
    const email = row.contactEmail.toLowerCase();
    const contact = contacts.get(email);
    if (contact && contact.role !== row.contactRole)
      tell(index, 'contactRole', 'differs', { row: rowNumberOf(contact.index) });
    if (email !== '' && !contact) contacts.set(email, { index, role: row.contactRole });
    if (row.appName === '') continue;
    const app = apps.get(row.appName) ?? { index, product: row.sdkProduct, keys: 0 };
    if (app.product !== row.sdkProduct) tell(index, 'sdkProduct', 'differs', { row: rowNumberOf(app.index) });
    app.keys += row.keyHash === '' ? 0 : 1;
    apps.set(row.appName, app);
    if (app.keys > most.keys) tell(index, 'keyHash', 'too-many', { most: most.keys });
    if (apps.size > most.apps) tell(index, 'appName', 'too-many', { most: most.apps });
  }
  if (contacts.size > most.contacts) tell(firstIndex, 'contactEmail', 'too-many', { most: most.contacts });
  if (![...contacts.values()].some(({ role }) => role === 'signatory')) tell(firstIndex, 'contactRole', 'no-signatory');
}

/** The number that a spreadsheet shows beside a row: the first has the names of the columns. */
export function rowNumberOf(index: number): number {
  return index + 2;
}
