import { type CatalogueVersion, fieldsFor } from '../catalogue';
import { type EvidenceId, isId } from '../ids';
import { type ObligationSlug, obligations } from '../obligations';
import type { SdkProductSlug } from '../products';
import type { AnswersByObligation } from './condition';
import type { Field } from './field';
import { isObject } from './judging';
import { isPublicHttpsUrl } from './public-url';

/** A file that an answer points at. */
export interface EvidenceReference {
  obligation: ObligationSlug;
  /** JSON pointer into the answers of the obligation. */
  path: string;
  evidenceId: EvidenceId;
  /** Media types that the field takes. */
  accepts: readonly string[];
}

/** An address that an answer gives. */
export interface UrlReference {
  obligation: ObligationSlug;
  /** JSON pointer into the answers of the obligation. */
  path: string;
  url: string;
}

/** Every evidence id anywhere in some answers, each once. */
export function evidenceIdsIn(answers: unknown): EvidenceId[] {
  const found = new Set<EvidenceId>();
  walkValues(answers, '', (value) => {
    if (isId('evd', value)) found.add(value);
  });
  return [...found];
}

/** The files that the answers of an app point at, with what each field takes: for the caller to compare with what was uploaded. */
export function evidenceReferences(
  product: SdkProductSlug,
  version: CatalogueVersion,
  answers: AnswersByObligation,
): EvidenceReference[] {
  return obligations.flatMap((obligation) => {
    const given = answers[obligation];
    return given ? evidenceUnder(fieldsFor(product, obligation, version), given, obligation) : [];
  });
}

/** Addresses that the checks look at: the privacy policy and the pages where rights are exercised. Not those of stores. */
export function urlsToCheck(answers: AnswersByObligation): UrlReference[] {
  const found: UrlReference[] = [];
  const policyUrl = answers.notice?.privacyPolicyUrl;
  if (isPublicHttpsUrl(policyUrl)) found.push({ obligation: 'notice', path: '/privacyPolicyUrl', url: policyUrl });
  walkValues(answers.rights?.rights, '/rights', (value, path) => {
    if (path.endsWith('/place/url') && isPublicHttpsUrl(value)) found.push({ obligation: 'rights', path, url: value });
  });
  return found;
}

function evidenceUnder(
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  obligation: ObligationSlug,
): EvidenceReference[] {
  return fields.flatMap((field) => {
    const value = given[field.slug];
    return field.kind === 'evidence' && isId('evd', value)
      ? [{ obligation, path: `/${field.slug}`, evidenceId: value, accepts: field.accepts }]
      : [];
  });
}

function walkValues(value: unknown, path: string, visit: (value: unknown, path: string) => void): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walkValues(item, `${path}/${index}`, visit);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) walkValues(item, `${path}/${key}`, visit);
  } else {
    visit(value, path);
  }
}
