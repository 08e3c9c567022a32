import type { AppShown } from './shown';

/** Why no live key can be issued for an app now; null: one can. The same as `keyIssued` in the domain decides. */
export function liveRefusalOf({
  standing,
  entry,
  firstAcceptedAt,
}: AppShown): 'notAttested' | 'restricted' | 'suspended' | null {
  if (firstAcceptedAt === null && entry === 'registered') return 'notAttested';
  return standing === 'restricted' || standing === 'suspended' ? standing : null;
}
