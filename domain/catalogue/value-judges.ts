import { addDays, isDay } from '../calendar/zoned';
import { isId } from '../ids';
import { holds } from './condition';
import { countryCodes } from './countries';
import type { Choice, FieldKind, FieldOf } from './field';
import { controlCharacter, fault, isObject, type Judging, listWithin, textWithin } from './judging';
import { isPublicHttpsUrl } from './public-url';

/** Kinds whose value is one answer; those made of fields are judged in `judge.ts`. */
export type PlainKind = Exclude<FieldKind, 'group' | 'table'>;

type ValueJudge<Kind extends PlainKind> = (
  field: FieldOf<Kind>,
  value: NonNullable<unknown>,
  path: string,
  judging: Judging,
) => void;

const languageTag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** How the value of each kind of field is judged: its type first, then its limits. */
export const valueJudges: { readonly [Kind in PlainKind]: ValueJudge<Kind> } = {
  text(field, value, path, judging) {
    const line = textWithin(field, value, path, judging);
    if (line === null) return;
    if (controlCharacter.test(line)) {
      fault(judging, path, 'oneLine', { label: field.label[judging.language] });
    } else if (field.pattern && !new RegExp(`^(?:${field.pattern.source})$`, 'u').test(line)) {
      fault(judging, path, field.pattern.says);
    }
  },

  longText(field, value, path, judging) {
    const words = textWithin(field, value, path, judging);
    if (words !== null && controlCharacter.test(words.replace(/[\n\r\t]/g, ''))) {
      fault(judging, path, 'controlCharacters', { label: field.label[judging.language] });
    }
  },

  url(field, value, path, judging) {
    judgeUrl(field.label[judging.language], value, path, judging);
  },

  choice(field, value, path, judging) {
    if (!field.options.some((option) => option.value === value)) {
      fault(judging, path, 'notAnOption', {
        label: field.label[judging.language],
        options: listed(field.options),
      });
    }
  },

  choices(field, value, path, judging) {
    const label = field.label[judging.language];
    const options = listed(field.options);
    const chosen = listWithin(value, { min: field.all ? 0 : 1, max: field.options.length }, label, path, judging);
    if (!chosen) return;
    for (const [index, item] of chosen.entries()) {
      if (!field.options.some((option) => option.value === item)) {
        fault(judging, `${path}/${index}`, 'notAnOption', { label, options });
      }
    }
    const isShort = field.all && !field.options.every((option) => chosen.includes(option.value));
    if (isShort && !judging.isDraft) fault(judging, path, 'notAll', { label, options });
  },

  yesNo(field, value, path, judging) {
    if (typeof value !== 'boolean') fault(judging, path, 'notYesNo', { label: field.label[judging.language] });
    else if (!value && field.mustBeYes && !judging.isDraft) fault(judging, path, field.mustBeYes);
  },

  number(field, value, path, judging) {
    const { min, max, cap } = field;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
      fault(judging, path, 'notANumber', { label: field.label[judging.language], min, max });
    } else if (cap && value > cap.max && isTrue(cap.when, judging)) {
      fault(judging, path, cap.says);
    }
  },

  date(field, value, path, judging) {
    const label = field.label[judging.language];
    const from = addDays(judging.today, field.fromDays);
    const through = addDays(judging.today, field.throughDays);
    if (typeof value !== 'string' || !isDay(value)) fault(judging, path, 'notADay', { label, today: judging.today });
    else if (value < from) fault(judging, path, 'dayTooEarly', { label, from });
    else if (value > through) fault(judging, path, 'dayTooLate', { label, through });
  },

  country(_field, value, path, judging) {
    judgeCountry(value, path, judging);
  },

  countries(field, value, path, judging) {
    const limits = { min: 1, max: countryCodes.size };
    const codes = listWithin(value, limits, field.label[judging.language], path, judging) ?? [];
    for (const [index, code] of codes.entries()) judgeCountry(code, `${path}/${index}`, judging);
  },

  languages(field, value, path, judging) {
    const limits = { min: 1, max: field.max };
    const tags = listWithin(value, limits, field.label[judging.language], path, judging) ?? [];
    for (const [index, tag] of tags.entries()) {
      if (typeof tag !== 'string' || !languageTag.test(tag)) fault(judging, `${path}/${index}`, 'notALanguage');
    }
  },

  path(field, value, path, judging) {
    judgePath(field.label[judging.language], field.maxTaps, value, path, judging);
  },

  place(field, value, path, judging) {
    const label = field.label[judging.language];
    const keys = isObject(value) ? Object.keys(value) : [];
    if (!isObject(value) || keys.length !== 1) fault(judging, path, 'notAPlace', { label });
    else if (keys[0] === 'url') judgeUrl(label, value.url, `${path}/url`, judging);
    else if (keys[0] === 'path') judgePath(label, field.maxTaps, value.path, `${path}/path`, judging);
    else fault(judging, path, 'notAPlace', { label });
  },

  evidence(field, value, path, judging) {
    if (!isId('evd', value)) fault(judging, path, 'notEvidence', { label: field.label[judging.language] });
  },

  json(field, value, path, judging) {
    const json = textWithin({ ...field, minLength: 2 }, value, path, judging);
    if (json !== null && !isJsonObject(json)) fault(judging, path, 'notJson', { label: field.label[judging.language] });
  },
};

function judgeUrl(label: string, value: unknown, path: string, judging: Judging): void {
  if (value === '' && judging.isDraft) return;
  if (!isPublicHttpsUrl(value)) fault(judging, path, 'notPublicHttps', { label });
}

function judgeCountry(value: unknown, path: string, judging: Judging): void {
  if (typeof value !== 'string' || !countryCodes.has(value)) fault(judging, path, 'notACountry');
}

function judgePath(label: string, maxTaps: number, value: unknown, path: string, judging: Judging): void {
  if (!Array.isArray(value)) {
    fault(judging, path, 'notAList', { label });
    return;
  }
  if (value.length > maxTaps) fault(judging, path, 'tooMany', { label, max: maxTaps });
  else if (value.length === 0 && !judging.isDraft) fault(judging, path, 'tooFew', { label, min: 1 });
  for (const [index, tap] of value.slice(0, maxTaps).entries()) {
    const line = textWithin(tapLimits, tap, `${path}/${index}`, judging);
    if (line !== null && controlCharacter.test(line)) {
      fault(judging, `${path}/${index}`, 'oneLine', { label: tapLimits.label[judging.language] });
    }
  }
}

const tapLimits = { label: { en: 'What is tapped', 'zh-CN': '点按项' }, minLength: 1, maxLength: 60 };

function isTrue(condition: Parameters<typeof holds>[0], judging: Judging): boolean {
  return holds(condition, judging.known) === true;
}

function listed(options: readonly Choice[]): string {
  return options.map((option) => option.value).join(', ');
}

function isJsonObject(json: string): boolean {
  try {
    return isObject(JSON.parse(json));
  } catch {
    return false;
  }
}
