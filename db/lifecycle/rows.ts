import type { LifecycleCollection } from '../../domain/lifecycle/state';

/** The tables of the state's collections: same names, same columns. In the order in which they refer to each other. */
export const collections = [
  'cycles',
  'apps',
  'notices',
  'findings',
  'plans',
  'requirements',
  'submissions',
  'extensions',
  'exemptions',
  'appeals',
  'suspensionRequests',
  'postMortems',
  'wrongfulEnforcements',
  'suspensions',
  'terminations',
  'keys',
  'tasks',
] as const satisfies readonly LifecycleCollection[];

/** A domain row as columns: `…At` becomes a Date, lists and objects become JSON, the rest stays. */
export function toColumns(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toColumn(name, value)]));
}

function toColumn(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (name.endsWith('At') && typeof value === 'number') return new Date(value);
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

/** A row as the domain has it: the owner's column left out, as the state belongs to one developer. */
export function fromColumns<Row>(row: Record<string, unknown>): Row {
  const { developerId: _owner, ...rest } = row;
  return rest as Row;
}

/** The same of a row that PostgreSQL wrote as JSON: names are camelCase here, `…At` are milliseconds. */
export function fromJson<Row>(row: Record<string, unknown>): Row {
  const read: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (column === 'developer_id') continue;
    const name = nameOf(column);
    read[name] = name.endsWith('At') && typeof value === 'string' ? Date.parse(value) : value;
  }
  return read as Row;
}

const names = new Map<string, string>();

function nameOf(column: string): string {
  let name = names.get(column);
  if (name === undefined) {
    name = column.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
    names.set(column, name);
  }
  return name;
}
