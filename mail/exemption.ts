import type { Notice } from './notice';
import { obligationOf } from './notice';

/** The obligation that an exemption frees from, with its clauses; undefined where the facts name none. */
export function exemptOf({ facts, language, say }: Notice): string | undefined {
  if (facts.exemption === undefined) return undefined;
  const { title, clauses } = obligationOf(facts.exemption.obligation, language);
  return say.obligation(title, clauses);
}

/** The country whose law it is, in the reader's language; its code where that has no name. */
export function jurisdictionOf({ facts, language }: Notice): string | undefined {
  const code = facts.exemption?.jurisdiction;
  if (code === undefined || !/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
