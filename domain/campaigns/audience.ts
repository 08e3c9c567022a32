import type { Country } from '../calendar/working-days';
import type { PersonId } from '../ids';
import type { Standing } from '../lifecycle/state';
import type { SdkProductSlug } from '../products';

/** Whom a campaign is for. null: whatever it is. Who has left and apps that ended are never asked. */
export interface Audience {
  sdkProducts: readonly SdkProductSlug[];
  /** Of the apps. */
  standings: readonly Standing[] | null;
  accountManagerIds: readonly PersonId[] | null;
  countries: readonly Country[] | null;
}
