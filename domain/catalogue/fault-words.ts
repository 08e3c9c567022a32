import { type Text, text } from './text';

/** What is said of a wrong answer, by what is wrong with it. Each says what to do. */
export const faultWords = {
  notAnObject: text('Send the answers as an object of fields.', '请以字段对象的形式提交回答。'),
  unknownField: text('There is no field “{field}” here; leave it out.', '此处没有字段“{field}”，请删除。'),
  notAsked: text(
    '“{label}” is not asked with your other answers; leave it out.',
    '根据其他回答，无需填写“{label}”，请删除。',
  ),
  missing: text('Answer “{label}”.', '请填写“{label}”。'),
  notText: text('Give “{label}” as text.', '“{label}”应为文本。'),
  tooShort: text('Give “{label}” in at least {min} characters.', '“{label}”至少填写 {min} 个字符。'),
  tooLong: text(
    'Keep “{label}” within {max} characters; it has {length}.',
    '“{label}”不得超过 {max} 个字符，当前为 {length} 个。',
  ),
  oneLine: text('Keep “{label}” on one line, without control characters.', '“{label}”应为单行，不得含控制字符。'),
  controlCharacters: text(
    'Remove the invisible control characters from “{label}”.',
    '请删除“{label}”中的不可见控制字符。',
  ),
  notPublicHttps: text(
    'Give “{label}” as a public https address, without a port, such as https://example.com/privacy.',
    '“{label}”应为公开的 https 网址（不含端口），例如 https://example.com/privacy。',
  ),
  notAnOption: text('Choose one of these for “{label}”: {options}.', '“{label}”请选择以下之一：{options}。'),
  notAList: text('Give “{label}” as a list.', '“{label}”应为列表。'),
  twice: text('Name “{value}” only once.', '“{value}”请勿重复。'),
  notAll: text('All of these are needed for “{label}”: {options}.', '“{label}”须包含以下全部：{options}。'),
  notYesNo: text('Answer “{label}” with true or false.', '“{label}”请以 true 或 false 回答。'),
  notANumber: text(
    'Give “{label}” as a whole number from {min} to {max}.',
    '“{label}”应为 {min} 到 {max} 之间的整数。',
  ),
  notADay: text('Give “{label}” as a day, such as {today}.', '“{label}”应为日期，例如 {today}。'),
  dayTooEarly: text('Give a day from {from} on for “{label}”.', '“{label}”不得早于 {from}。'),
  dayTooLate: text('Give a day up to {through} for “{label}”.', '“{label}”不得晚于 {through}。'),
  notACountry: text(
    'Use the two-letter code of a country or region, such as CN or SG.',
    '请使用两位字母的国家或地区代码，例如 CN 或 SG。',
  ),
  notALanguage: text('Use a language tag, such as en or zh-CN.', '请使用语言标签，例如 en 或 zh-CN。'),
  tooFew: text('Give at least {min} for “{label}”.', '“{label}”至少填写 {min} 项。'),
  tooMany: text('Give at most {max} for “{label}”.', '“{label}”最多填写 {max} 项。'),
  notAPlace: text(
    'Give “{label}” either as { "url": … } or as { "path": [ … ] }.',
    '“{label}”请填写 { "url": … } 或 { "path": [ … ] } 其中之一。',
  ),
  notEvidence: text(
    'Upload a file for “{label}” and give its id (evd_…).',
    '请为“{label}”上传文件，并填写其编号（evd_…）。',
  ),
  notJson: text('Paste “{label}” as it came: a JSON object.', '“{label}”请原样粘贴，应为 JSON 对象。'),
  notAnAnswerObject: text('Give “{label}” as an object of its fields.', '“{label}”应为由各字段组成的对象。'),
} as const satisfies Record<string, Text>;

export type FaultKind = keyof typeof faultWords;
