import { fill, type Text, type TextLanguage, text } from '../catalogue/text';
import type { ColumnProblemCode, ImportColumn, ImportProblem, ImportProblemCode } from './columns';

/** What is said of a wrong cell, by what is wrong with it. Each says what to do. */
const words = {
  missing: text('Fill this cell.', '请填写此单元格。'),
  'too-long': text('Shorten it to {most} characters.', '请缩短至 {most} 个字符以内。'),
  'not-text': text('Write it on one line, without control characters.', '请写在一行内，不得含控制字符。'),
  'country-unknown': text(
    'Write the two capital letters of ISO 3166-1, like CN.',
    '请填写 ISO 3166-1 的两位大写字母代码，例如 CN。',
  ),
  'time-zone-unknown': text(
    'Write the name of a time zone, like Asia/Shanghai.',
    '请填写时区名称，例如 Asia/Shanghai。',
  ),
  'language-unknown': text('Write one of: {options}.', '请填写以下之一：{options}。'),
  'email-malformed': text(
    'Write a whole mail address, like name@example.com.',
    '请填写完整的邮箱地址，例如 name@example.com。',
  ),
  'role-unknown': text('Write one of: {options}.', '请填写以下之一：{options}。'),
  'product-unknown': text('Write one of: {options}.', '请填写以下之一：{options}。'),
  'hash-malformed': text(
    'Write the SHA-256 of the key: 64 small hexadecimal digits. Never write the key itself.',
    '请填写密钥的 SHA-256 值：64 位小写十六进制字符。切勿填写密钥本身。',
  ),
  'prefix-malformed': text(
    'Write what the key begins with: 1 to 16 visible characters.',
    '请填写密钥的开头部分：1 至 16 个可见字符。',
  ),
  'last-four-malformed': text('Write the last four characters of the key.', '请填写密钥的最后四个字符。'),
  'account-manager-unknown': text(
    'Write the address of an active account manager or lead, or leave the cell blank.',
    '请填写在职客户经理或主管的邮箱地址，或将此单元格留空。',
  ),
  'key-twice': text('Leave this key out: row {row} has it already.', '请删除此密钥：第 {row} 行已有该密钥。'),
  'key-known': text(
    'Leave this key out: it is known already, here or with another app.',
    '请删除此密钥：系统中已有该密钥，可能属于其他应用。',
  ),
  differs: text(
    'Write the same as in row {row}, or leave the cell blank.',
    '请与第 {row} 行保持一致，或将此单元格留空。',
  ),
  'no-signatory': text(
    'Name a signatory in one of the rows of the developer: somebody must be able to sign.',
    '请在该开发者的某一行填写签署人：必须有人能够签署。',
  ),
  'too-many': text('A developer is imported with at most {most} contacts.', '每个开发者最多导入 {most} 名联系人。'),
} as const satisfies Record<ImportProblemCode, Text>;

/** Where a column has words of its own for it. */
const ofColumn: Partial<Record<ImportProblemCode, Partial<Record<ImportColumn, Text>>>> = {
  missing: Object.fromEntries(
    (['legalName', 'country', 'timeZone', 'language'] as const).map((column) => [
      column,
      text('Fill this cell in the first row of the developer.', '请在该开发者的第一行填写此单元格。'),
    ]),
  ),
  differs: {
    contactRole: text(
      'Write the same role as in row {row}: it is the same person.',
      '请填写与第 {row} 行相同的角色：两行是同一个人。',
    ),
    sdkProduct: text(
      'Write the same product as in row {row}: it is the same app.',
      '请填写与第 {row} 行相同的产品：两行是同一个应用。',
    ),
  },
  'too-many': {
    keyHash: text('An app has at most {most} keys.', '每个应用最多 {most} 个密钥。'),
    appName: text('A developer is imported with at most {most} apps.', '每个开发者最多导入 {most} 个应用。'),
  },
};

const ofNames: Readonly<Record<ColumnProblemCode, Text>> = {
  unknown: text('There is no such column. Correct its name, or leave it out.', '没有此列。请更正列名，或删除此列。'),
  twice: text('This column is there twice. Leave one out.', '此列重复出现，请只保留一列。'),
  missing: text('This column is missing. Add it.', '缺少此列，请添加。'),
};

/** What to do about a name in the first row of a file, in a sentence. */
export function columnProblemText(code: ColumnProblemCode, language: TextLanguage): string {
  return ofNames[code][language];
}

/** What to do about a problem, in a sentence. */
export function importProblemText({ column, code, values }: ImportProblem, language: TextLanguage): string {
  return fill((ofColumn[code]?.[column] ?? words[code])[language], values ?? {});
}
