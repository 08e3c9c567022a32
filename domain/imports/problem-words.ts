import { fill, type Text, type TextLanguage, text } from '../catalogue/text';
import type {
  ColumnProblemCode,
  ImportColumn,
  ImportFileProblem,
  ImportFileProblemCode,
  ImportProblem,
  ImportProblemCode,
} from './columns';

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
  'tier-unknown': text(
    'Write the name of a tier as the desk shows it, or leave the cell blank.',
    '请填写工作台中显示的层级名称，或将此单元格留空。',
  ),
  'tier-not-yours': text(
    'Leave this cell blank, or have a lead or an administrator upload the file: account managers put nobody into a tier.',
    '请将此单元格留空，或请主管或管理员上传此文件：客户经理不能设定层级。',
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

const ofFile = {
  spreadsheet: text(
    'This is the file of a spreadsheet program. Save it there as “CSV UTF-8” and upload that file.',
    '这是电子表格程序的文件。请在该程序中另存为“CSV UTF-8”，再上传所得文件。',
  ),
  encoding: text(
    'The file is not in UTF-8. Save it as “CSV UTF-8”: else names in other scripts cannot be read.',
    '该文件不是 UTF-8 编码。请另存为“CSV UTF-8”，否则无法读取中文等文字。',
  ),
  empty: text(
    'The file is empty. Begin with the template, and fill in one row for each key, person or app.',
    '该文件是空的。请从模板开始，每个密钥、人员或应用填写一行。',
  ),
  separator: text(
    'The columns are not divided by commas. Save the file as CSV with commas between the columns.',
    '各列之间不是以英文逗号分隔。请将文件另存为以英文逗号分隔的 CSV。',
  ),
  'no-header': text(
    'The first row does not name the columns. Put the row with their names from the template on top.',
    '第一行不是列名。请将模板中的列名行放在最上面。',
  ),
  columns: text('Correct the names of the columns in the first row.', '请更正第一行中的列名。'),
  quotation: text(
    'From line {line} on the file cannot be read: look there for a quotation mark that is not closed.',
    '从第 {line} 行起无法读取：请在该处查找未闭合的引号。',
  ),
  'long-row': text(
    'The row that begins before line {line} is longer than any row can be: look there for a quotation mark that is not closed.',
    '第 {line} 行之前开始的一行过长，超出一行可能的长度：请在该处查找未闭合的引号。',
  ),
  'not-csv': text(
    'The file cannot be read as CSV. Save it as “CSV UTF-8”.',
    '无法按 CSV 格式读取该文件。请另存为“CSV UTF-8”。',
  ),
  'no-rows': text(
    'There is no row below the names of the columns. Fill in one row for each key, person or app.',
    '列名下面没有任何一行。请为每个密钥、人员或应用填写一行。',
  ),
  'too-many-rows': text(
    'The file has {rows} rows, and at most {most} are taken. Divide it into several, all rows of a developer in the same one.',
    '该文件有 {rows} 行，最多接受 {most} 行。请拆分为多个文件，同一开发者的各行须在同一文件中。',
  ),
} as const satisfies Record<ImportFileProblemCode, Text>;

/** What to do about a file none of whose rows is looked at, in a sentence. */
export function importFileProblemText({ code, values }: ImportFileProblem, language: TextLanguage): string {
  return fill(ofFile[code][language], values ?? {});
}

/** What to do about a name in the first row of a file, in a sentence. */
export function columnProblemText(code: ColumnProblemCode, language: TextLanguage): string {
  return ofNames[code][language];
}

/** What to do about a problem, in a sentence. */
export function importProblemText({ column, code, values }: ImportProblem, language: TextLanguage): string {
  return fill((ofColumn[code]?.[column] ?? words[code])[language], values ?? {});
}
