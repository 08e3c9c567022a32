import { createCampaignActivities } from './campaigns';
import { createCheckActivities } from './checks';
import type { ActivityDeps } from './deps';
import { createDigestActivities } from './digest';
import { createHousekeepingActivities } from './housekeeping';
import { createImportActivities } from './imports';
import { createKeyActivities } from './keys';
import { createNoticeActivities } from './notices';
import { createObligationActivities } from './obligations';
import { createTermsActivities } from './terms';

/** Every activity, by its name. Each is idempotent: a retry finds what the first try did. */
export function createActivities(deps: ActivityDeps) {
  return {
    ...createObligationActivities(deps),
    ...createNoticeActivities(deps),
    ...createCheckActivities(deps),
    ...createCampaignActivities(deps),
    ...createTermsActivities(deps),
    ...createDigestActivities(deps),
    ...createKeyActivities(deps),
    ...createImportActivities(deps),
    ...createHousekeepingActivities(deps),
  };
}
