import { isTimeZone } from '../calendar/zoned';
import { countryCodes } from '../catalogue/countries';
import { contactRoles } from '../permissions';
import { sdkProducts } from '../products';
import type { ImportCells, ImportColumn, ImportProblem, ImportProblemCode } from './columns';

type Judge = (text: string) => Omit<ImportProblem, 'column'> | null;

const unless = (
  isGood: (text: string) => boolean,
  code: ImportProblemCode,
  values?: ImportProblem['values'],
): Judge => {
  return (text) => (isGood(text) ? null : { code, ...(values && { values }) });
};
const oneOf = (options: readonly string[], code: ImportProblemCode) =>
  unless((text) => options.includes(text), code, { options: options.join(', ') });
const matching = (pattern: RegExp, code: ImportProblemCode) => unless((text) => pattern.test(text), code);

function line(longest: number): Judge {
  return (text) => {
    if (text.length > longest) return { code: 'too-long', values: { most: longest } };
    if (/\p{Cc}|\p{Zl}|\p{Zp}|\p{Bidi_Control}|\p{Surrogate}/u.test(text)) return { code: 'not-text' };
    return /[^\p{Cc}\p{Cf}\p{Z}]/u.test(text) ? null : { code: 'missing' };
  };
}

const languages = ['en', 'zh-CN'];
const email = matching(
  /^[^\s@"<>(),:;\\[\]]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i,
  'email-malformed',
);

/** What each cell has to be when it is not blank. */
const judges: Readonly<Record<ImportColumn, Judge>> = {
  developerReference: line(100),
  legalName: line(200),
  country: unless((text) => countryCodes.has(text), 'country-unknown'),
  timeZone: unless(isTimeZone, 'time-zone-unknown'),
  language: oneOf(languages, 'language-unknown'),
  accountManagerEmail: email,
  tier: line(60),
  contactName: line(120),
  contactEmail: (text) => (text.length > 254 ? { code: 'too-long', values: { most: 254 } } : email(text)),
  contactRole: oneOf(contactRoles, 'role-unknown'),
  contactLanguage: oneOf(languages, 'language-unknown'),
  appName: line(120),
  sdkProduct: oneOf(sdkProducts, 'product-unknown'),
  keyHash: matching(/^[0-9a-f]{64}$/, 'hash-malformed'),
  keyName: line(80),
  keyPrefix: matching(/^[\x21-\x7e]{1,16}$/, 'prefix-malformed'),
  keyLastFour: matching(/^[\x21-\x7e]{4}$/, 'last-four-malformed'),
};

/** Cells that stand together: where one of them is filled, those named are needed. */
const groups: readonly { any: readonly ImportColumn[]; needed: readonly ImportColumn[] }[] = [
  {
    any: ['contactName', 'contactEmail', 'contactRole', 'contactLanguage'],
    needed: ['contactName', 'contactEmail', 'contactRole'],
  },
  { any: ['appName', 'sdkProduct'], needed: ['appName', 'sdkProduct'] },
  {
    any: ['keyHash', 'keyName', 'keyPrefix', 'keyLastFour'],
    needed: ['appName', 'keyHash', 'keyName', 'keyPrefix', 'keyLastFour'],
  },
];

/** What is wrong with the cells of one row, looked at by itself. */
export function judgeCells(cells: ImportCells): ImportProblem[] {
  const needed = new Set<ImportColumn>(['developerReference']);
  for (const group of groups)
    if (group.any.some((column) => cells[column] !== '')) for (const column of group.needed) needed.add(column);
  return (Object.keys(judges) as ImportColumn[]).flatMap((column): ImportProblem[] => {
    const text = cells[column];
    if (text === '') return needed.has(column) ? [{ column, code: 'missing' }] : [];
    const problem = judges[column](text);
    return problem ? [{ column, ...problem }] : [];
  });
}
