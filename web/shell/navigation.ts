import type { DeveloperId } from '../../domain/ids';
import { paths } from '../paths';
import type { WordKey } from '../words/tree';
import type { en } from './en';

export interface NavigationItem {
  to: string;
  label: WordKey<typeof en>;
  /** Only this very address is "here", not what lies below it. */
  isExact?: boolean;
}

/** What the portal of a developer leads to, in this order. */
export function portalNavigation(developerId: DeveloperId): NavigationItem[] {
  return [
    { to: paths.developer(developerId), label: 'navigation.actions', isExact: true },
    { to: paths.status(developerId), label: 'navigation.status' },
    { to: paths.keys(developerId), label: 'navigation.keys' },
    { to: paths.organisation(developerId), label: 'navigation.organisation' },
    { to: paths.history(developerId), label: 'navigation.history' },
  ];
}

/** What the desk leads to, in this order. */
export function deskNavigation(): NavigationItem[] {
  return [
    { to: paths.desk(), label: 'navigation.today', isExact: true },
    { to: paths.deskDevelopers(), label: 'navigation.developers' },
  ];
}
