import { countryCodes } from '../../domain/catalogue/countries';
import type { Language } from '../../domain/lifecycle/state';

/** The name of a country or region by its code; the code itself where it is not known. */
export function countryName(code: string, language: Language): string {
  return nameOf(code, language, 'region');
}

/** The name of a language by its tag; the tag itself where it is not known. */
export function languageName(tag: string, language: Language): string {
  return nameOf(tag, language, 'language');
}

/** Every country and region to choose from, by name. */
export function countryOptions(language: Language): { value: string; label: string }[] {
  return byName(
    [...countryCodes].map((value) => ({ value, label: countryName(value, language) })),
    language,
  );
}

// What the largest stores are translated into. Whoever offers another one types its tag into the search.
const offered =
  'en zh-CN zh-TW zh-HK ja ko fr de es pt-BR pt-PT it nl sv da nb fi pl cs sk hu ro bg hr sr sl el tr ru uk he ar fa hi bn ta te ur th vi id ms fil km my lo mn kk uz sw ca';

/** Languages to choose from, by name, and those that are chosen already. */
export function languageOptions(chosen: readonly string[], language: Language): { value: string; label: string }[] {
  const tags = [...new Set([...offered.split(' '), ...chosen])];
  return byName(
    tags.map((value) => ({ value, label: `${languageName(value, language)} (${value})` })),
    language,
  );
}

function nameOf(code: string, language: Language, type: 'region' | 'language'): string {
  try {
    return new Intl.DisplayNames([language], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

function byName<One extends { label: string }>(options: One[], language: Language): One[] {
  const { compare } = new Intl.Collator(language);
  return options.sort((one, other) => compare(one.label, other.label));
}
