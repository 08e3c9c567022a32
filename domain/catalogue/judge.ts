import { type AnswersByObligation, holds } from './condition';
import type { Field, TableField } from './field';
import { fault, isObject, type Judging, listWithin } from './judging';
import { valueJudges } from './value-judges';

/** Judges an object against its fields: unknown ones, missing ones, ones that are not asked, and each value. */
export function judgeFields(
  fields: readonly Field[],
  answers: Readonly<Record<string, unknown>>,
  path: string,
  judging: Judging,
): void {
  for (const slug of Object.keys(answers)) {
    if (!fields.some((field) => field.slug === slug)) {
      fault(judging, `${path}/${pointerPart(slug)}`, 'unknownField', { field: slug.slice(0, 60) });
    }
  }
  for (const field of fields) {
    const value = Object.hasOwn(answers, field.slug) ? answers[field.slug] : undefined;
    judgeField(field, value, `${path}/${field.slug}`, judging);
  }
}

function judgeField(field: Field, value: unknown, path: string, judging: Judging): void {
  const label = field.label[judging.language];
  const asked = field.askedWhen ? holds(field.askedWhen, judging.known) : true;
  // null and '' are how a form says "emptied".
  if (value === undefined || value === null || value === '') {
    if (asked === true && !judging.isDraft && isRequired(field, judging.known))
      fault(judging, path, 'missing', { label });
    return;
  }
  if (asked === false && !judging.isDraft) {
    fault(judging, path, 'notAsked', { label });
    return;
  }
  if (field.kind === 'group') judgeGroup(field, field.fields, value, path, judging);
  else if (field.kind === 'table') judgeTable(field, value, path, judging);
  // The table has a judge for each kind; which of them fits this field is beyond the type checker.
  else (valueJudges[field.kind] as (...known: unknown[]) => void)(field, value, path, judging);
}

function judgeGroup(field: Field, fields: readonly Field[], value: unknown, path: string, judging: Judging): void {
  if (isObject(value)) judgeFields(fields, value, path, judging);
  else fault(judging, path, 'notAnAnswerObject', { label: field.label[judging.language] });
}

function judgeTable(field: TableField, value: unknown, path: string, judging: Judging): void {
  if ('named' in field.rows) {
    const rows: Field[] = field.rows.named.map(({ slug, label }) => ({
      kind: 'group',
      slug,
      label,
      required: true,
      fields: field.columns,
    }));
    judgeGroup(field, rows, value, path, judging);
    return;
  }
  const rows = listWithin(value, field.rows, field.label[judging.language], path, judging) ?? [];
  for (const [index, row] of rows.entries()) judgeGroup(field, field.columns, row, `${path}/${index}`, judging);
}

function isRequired(field: Field, known: AnswersByObligation): boolean {
  return typeof field.required === 'boolean' ? field.required : holds(field.required, known) === true;
}

/** A name as a JSON pointer (RFC 6901) writes it, cut to a sane length. */
function pointerPart(name: string): string {
  return name.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');
}
