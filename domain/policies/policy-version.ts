import type { Day } from '../calendar/instant';
import { type CatalogueVersion, catalogueAt, catalogueVersions } from '../catalogue';
import type { FieldFault } from '../errors';
import { type ObligationSlug, obligations } from '../obligations';
import type { SdkProductSlug } from '../products';

/** A clause of the privacy policy in both languages; null where no wording in a language was ever recorded. */
export interface Clause {
  clause: string;
  en: string;
  zhCn: string | null;
}

/** What somebody of the vendor writes for a version of the policy. It is published by another person, and frozen then. */
export interface PolicyDraft {
  title: string;
  /** The clauses as they will read, all of them. */
  clauses: readonly (Clause & { zhCn: string })[];
  /** What changed, in the words that developers read. */
  summary: { en: string; zhCn: string };
  /** Only a material change is asked of developers. */
  isMaterial: boolean;
  sdkProducts: readonly SdkProductSlug[];
  /** The edition of the catalogue that asks by it: one that this release has. */
  catalogueVersion: CatalogueVersion;
  effectiveOn: Day;
}

/** A clause as it was and as it will be; null before, where it is new. */
export interface ClauseChange {
  clause: string;
  before: Clause | null;
  after: Clause;
  isChanged: boolean;
}

/** The clauses that the obligations of a catalogue version rest on, as the policy had them when that version was made. */
export function clausesOf(version: CatalogueVersion): Clause[] {
  const clauses = new Map<string, Clause>();
  for (const { clauses: numbers, clauseText } of catalogueAt(version).obligations) {
    numbers.forEach((clause, index) => {
      if (!clauses.has(clause)) clauses.set(clause, { clause, en: clauseText[index] ?? '', zhCn: null });
    });
  }
  return [...clauses.values()].sort((one, other) => one.clause.localeCompare(other.clause, 'en', { numeric: true }));
}

/** Each clause beside what it was. That a wording in a language is recorded for the first time is no change. */
export function compareClauses(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  return after.map((clause) => {
    const known = before.find((one) => one.clause === clause.clause) ?? null;
    const isSame = known !== null && known.en === clause.en && (known.zhCn === null || known.zhCn === clause.zhCn);
    return { clause: clause.clause, before: known, after: clause, isChanged: !isSame };
  });
}

/** The obligations that rest on a clause that changed: what a re-attestation asks, and nothing else. */
export function obligationsTouched(changes: readonly ClauseChange[], version: CatalogueVersion): ObligationSlug[] {
  const changed = changes.filter(({ isChanged }) => isChanged).map(({ clause }) => clause);
  const rests = catalogueAt(version).obligations.filter(({ clauses }) => clauses.some((one) => changed.includes(one)));
  return obligations.filter((slug) => rests.some((obligation) => obligation.slug === slug));
}

/** What keeps a draft from being published on this day, by field. */
export function draftFaults(draft: PolicyDraft, inForce: readonly Clause[], today: Day): FieldFault[] {
  const fault = (path: string, message: string): FieldFault => ({ path, message });
  if (!catalogueVersions.includes(draft.catalogueVersion))
    return [fault('/catalogueVersion', `there is no such edition; there are ${catalogueVersions.join(', ')}`)];
  const wanted = clausesOf(draft.catalogueVersion).map(({ clause }) => clause);
  const given = draft.clauses.map(({ clause }) => clause);
  const faults: FieldFault[] = [];
  if ([...given].sort().join() !== [...wanted].sort().join())
    faults.push(fault('/clauses', `name each of the clauses ${wanted.join(', ')} once`));
  if (draft.effectiveOn < today) faults.push(fault('/effectiveOn', 'a day that is not past is expected'));
  const changes = compareClauses(inForce, draft.clauses);
  if (draft.isMaterial && !changes.some(({ isChanged }) => isChanged))
    faults.push(fault('/isMaterial', 'no clause differs from the policy in force'));
  return faults;
}
