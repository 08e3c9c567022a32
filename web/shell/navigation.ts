import { listCampaigns } from '../../api/campaigns';
import { listDevelopers } from '../../api/developers';
import { dryRunEnforcement } from '../../api/enforcement';
import { listAllExemptions } from '../../api/exemptions';
import { listImports } from '../../api/imports';
import type { AnyOperation } from '../../api/operation';
import { listStaff } from '../../api/people';
import { listReviews } from '../../api/reviews';
import { listTasks } from '../../api/tasks';
import type { DeveloperId } from '../../domain/ids';
import type { StaffRole } from '../../domain/permissions';
import { paths } from '../paths';
import type { WordKey } from '../words/tree';
import type { en } from './en';

export interface NavigationItem {
  to: string;
  label: WordKey<typeof en>;
  /** Only this very address is "here", not what lies below it. */
  isExact?: boolean;
  /** Shown, but leads nowhere: the role of who is signed in does not read what is there. */
  isClosed?: boolean;
}

/** What the portal of a developer leads to, in this order. */
export function portalNavigation(developerId: DeveloperId): NavigationItem[] {
  return [
    { to: paths.developer(developerId), label: 'navigation.actions', isExact: true },
    { to: paths.status(developerId), label: 'navigation.status' },
    { to: paths.submissions(developerId), label: 'navigation.submissions' },
    { to: paths.keys(developerId), label: 'navigation.keys' },
    { to: paths.organisation(developerId), label: 'navigation.organisation' },
    { to: paths.history(developerId), label: 'navigation.history' },
  ];
}

/** Each place of the desk with the operation that its page begins with: who may not call it does not get in. */
const deskPlaces: readonly (NavigationItem & { reads: AnyOperation })[] = [
  { to: paths.desk(), label: 'navigation.today', isExact: true, reads: listTasks },
  { to: paths.deskDevelopers(), label: 'navigation.developers', reads: listDevelopers },
  { to: paths.deskImports(), label: 'navigation.imports', reads: listImports },
  { to: paths.deskReviews(), label: 'navigation.reviews', reads: listReviews },
  { to: paths.deskEnforcement(), label: 'navigation.enforcement', reads: dryRunEnforcement },
  { to: paths.deskCampaigns(), label: 'navigation.campaigns', reads: listCampaigns },
  { to: paths.deskLegal(), label: 'navigation.legal', reads: listAllExemptions },
  { to: paths.deskPeople(), label: 'navigation.people', reads: listStaff },
];

/** What the desk leads to for a role, in this order. */
export function deskNavigation(role: StaffRole): NavigationItem[] {
  return deskPlaces.map(({ reads, ...item }) => ({ ...item, isClosed: !reads.access.staff?.includes(role) }));
}
