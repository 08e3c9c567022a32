import { createHash } from 'node:crypto';
import { stringify } from 'csv/sync';
import { type ImportColumn, importColumns } from '../../domain/imports/columns';

export type ImportRow = Partial<Record<ImportColumn, string>>;

/** The file that these rows make. */
export function importFile(rows: readonly ImportRow[], columns: readonly string[] = importColumns): string {
  return stringify([columns, ...rows.map((row) => columns.map((name) => row[name as ImportColumn] ?? ''))]);
}

/** The first row of a developer with a signatory, an app and a live key of it. */
export function importRow(name: string, changes: ImportRow = {}): ImportRow {
  return {
    developerReference: `crm-${name}`,
    legalName: `Developer ${name}`,
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    language: 'zh-CN',
    contactName: `Signatory ${name}`,
    contactEmail: `signatory-${name}@example.com`,
    contactRole: 'signatory',
    appName: `App ${name}`,
    sdkProduct: 'native',
    ...importKey(name),
    ...changes,
  };
}

/** The cells of a live key. */
export function importKey(name: string): ImportRow {
  return {
    keyHash: createHash('sha256').update(`key ${name}`).digest('hex'),
    keyName: 'production',
    keyPrefix: 'sdk_',
    keyLastFour: 'a1b2',
  };
}
