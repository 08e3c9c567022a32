import type { Answers } from '../../../../../../domain/catalogue/condition';
import type { FieldFault } from '../../../../../../domain/errors';
import { withAnswer } from './merge';

/**
 * What of the answers the API takes now. A field that is wrong as it stands (an address typed by half) keeps its last saved
 * value there; inside a group or a table only the part that is wrong is left out.
 */
export function savable(answers: Answers, saved: Answers, faults: readonly FieldFault[]): Answers {
  let taken = answers;
  for (const { path } of faults) {
    const [slug = '', ...inside] = path.split('/').slice(1);
    const pruned = inside.length > 0 ? without(taken[slug], inside) : undefined;
    taken = withAnswer(taken, slug, pruned === undefined ? saved[slug] : pruned);
  }
  return taken;
}

/** The value without what the path leads to; undefined when nothing would be left, or a list would lose an item. */
function without(value: unknown, [key = '', ...further]: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const item = further.length > 0 ? without(value[Number(key)], further) : undefined;
    return item === undefined ? undefined : value.with(Number(key), item);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { [key]: inner, ...others } = value as Record<string, unknown>;
  const pruned = further.length > 0 ? without(inner, further) : undefined;
  const left = pruned === undefined ? others : { ...others, [key]: pruned };
  return Object.keys(left).length > 0 ? left : undefined;
}
