/** The columns of an import, in the order in which people like to fill them. Any order is taken; a column that is not used may be left out. */
export const importColumns = [
  'developerReference',
  'legalName',
  'country',
  'timeZone',
  'language',
  'accountManagerEmail',
  'tier',
  'contactName',
  'contactEmail',
  'contactRole',
  'contactLanguage',
  'appName',
  'sdkProduct',
  'keyHash',
  'keyName',
  'keyPrefix',
  'keyLastFour',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Without these there is nothing to import. */
export const neededColumns: readonly ImportColumn[] = [
  'developerReference',
  'legalName',
  'country',
  'timeZone',
  'language',
  'contactName',
  'contactEmail',
  'contactRole',
];

/** The cells of one row, trimmed; '' where a cell is blank or its column is not there. */
export type ImportCells = Readonly<Record<ImportColumn, string>>;

/** What can be wrong with a cell. */
export const importProblemCodes = [
  'missing',
  'too-long',
  'not-text',
  'country-unknown',
  'time-zone-unknown',
  'language-unknown',
  'email-malformed',
  'role-unknown',
  'product-unknown',
  'hash-malformed',
  'prefix-malformed',
  'last-four-malformed',
  'account-manager-unknown',
  'tier-unknown',
  'tier-not-yours',
  'key-twice',
  'key-known',
  'differs',
  'no-signatory',
  'too-many',
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

/** What is wrong with a cell. What to do about it: `importProblemText`. */
export interface ImportProblem {
  column: ImportColumn;
  code: ImportProblemCode;
  /** What its sentence names: another `row`, the `most` there may be, the `options`. */
  values?: Readonly<Record<string, string | number>>;
}

/** What can be wrong with the first row of a file, which names its columns. */
export type ColumnProblemCode = 'unknown' | 'twice' | 'missing';

/** What can be wrong with a file as a whole, so that none of its rows is looked at. */
export const importFileProblemCodes = [
  'spreadsheet',
  'encoding',
  'empty',
  'separator',
  'no-header',
  'columns',
  'quotation',
  'long-row',
  'not-csv',
  'no-rows',
  'too-many-rows',
] as const;
export type ImportFileProblemCode = (typeof importFileProblemCodes)[number];

/** What is wrong with a file. What to do about it: `importFileProblemText`. */
export interface ImportFileProblem {
  code: ImportFileProblemCode;
  /** What its sentence names: the `line`, the `rows` that there are, the `most` there may be. */
  values?: Readonly<Record<string, string | number>>;
}

/** Columns that a file of left-out rows carries for people. They are passed over when it comes back, corrected. */
export const importNotes = ['rowNumber', 'problems'] as const;
