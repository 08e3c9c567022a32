import { useQuery } from '@tanstack/react-query';
import { listTiers } from '../../api/tiers';
import { viewOf } from '../client/view';
import { useDeskWords } from './words';

const minuteMs = 60_000;

/** The tiers, which are few: asked once and kept for a while. */
export function useTiers() {
  return useQuery({ ...viewOf(listTiers, {}), staleTime: minuteMs }).data?.items ?? [];
}

/** Says a tier by its name. */
export function useTierName(): (tierId: string) => string {
  const t = useDeskWords();
  const tiers = useTiers();
  return (tierId) => tiers.find(({ id }) => id === tierId)?.name ?? t('someTier');
}
