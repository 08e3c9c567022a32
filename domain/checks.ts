import type { Day } from './calendar/instant';
import { type CatalogueVersion, catalogueAt } from './catalogue';
import type { AnswersByObligation } from './catalogue/condition';
import type { Text } from './catalogue/text';
import type { Check, CheckOutcome, FetchedPage } from './checks/check';
import { consentChecks } from './checks/consent-checks';
import { noticeChecks } from './checks/notice-checks';
import { worst } from './checks/outcome';
import { rightsChecks } from './checks/rights-checks';
import type { ObligationSlug } from './obligations';
import type { SdkProductSlug } from './products';
import { type SdkVendor, sdkVendor } from './products/sdk-vendor';

export type { CheckOutcome, FetchedPage, FetchFailure } from './checks/check';
export { visibleText } from './checks/page-text';

/** Every automatic check, in the order of the walk. */
export const checks: readonly Check[] = [...noticeChecks, ...consentChecks, ...rightsChecks];

/** What one check found about one obligation of one app. */
export interface CheckResult {
  name: string;
  obligation: ObligationSlug;
  outcome: CheckOutcome;
  /** One or two sentences for the developer and the reviewer. */
  detail: Text;
}

/** What is checked: validated answers, and what was found at the addresses of `urlsToCheck`. */
export interface ChecksToRun {
  product: SdkProductSlug;
  version: CatalogueVersion;
  answers: AnswersByObligation;
  /** By address, as it stands in the answers. An address that is missing counts as not looked at: amber. */
  pages: Readonly<Record<string, FetchedPage>>;
  today: Day;
  vendor?: SdkVendor;
}

/** The results of all checks that concern these answers. Nothing is fetched: what was found comes in. */
export function evaluateChecks(given: ChecksToRun): CheckResult[] {
  const { version, answers, pages, today, vendor = sdkVendor } = given;
  const product = catalogueAt(version).products.find((one) => one.slug === given.product);
  if (!product) throw new RangeError(`there is no SDK product ${given.product}`);
  return checks.flatMap(({ name, obligation, look }) => {
    const finding = look({ product, vendor, answers, pages, today });
    return finding ? [{ name, obligation, outcome: finding.outcome, detail: finding.detail }] : [];
  });
}

/** What all results come to: the worst of them, and amber when there are none. */
export function overall(results: readonly { outcome: CheckOutcome }[]): CheckOutcome {
  return worst(results.map((result) => result.outcome));
}
