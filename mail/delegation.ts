import { datesIn } from '../domain/calendar/dates';
import type { Day, TimeZone } from '../domain/calendar/instant';
import type { Language } from '../domain/lifecycle/state';
import type { DelegationScope } from '../domain/permissions';
import { type Block, facts } from './content';
import type { VendorNames } from './input';
import { nameOf } from './plain';
import { bindingDay } from './sections';
import { vocabulary } from './words';

/** What mails about a delegation tell of it. */
export interface DelegationInput {
  language: Language;
  recipient: { name: string };
  organisation: { name: string };
  agency: { name: string };
  scopes: readonly DelegationScope[];
  endsOn: Day;
  /** The developer's. */
  timeZone: TimeZone;
  vendor: VendorNames;
}

/** Who acts for whom, in what, until when. */
export function delegationFacts({ language, organisation, agency, scopes, endsOn, timeZone }: DelegationInput): Block {
  const { delegation, separator } = vocabulary(language);
  return facts([
    [delegation.agency, nameOf(agency.name)],
    [delegation.organisation, nameOf(organisation.name)],
    [delegation.scopes, scopes.map((scope) => delegation.scope[scope]).join(separator)],
    [delegation.until, bindingDay(datesIn(language, timeZone), endsOn)],
  ]);
}
