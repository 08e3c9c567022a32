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
