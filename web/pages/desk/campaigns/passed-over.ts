import type { PassedOver } from '../../../../domain/lifecycle/campaigns';
import { useCampaignWords } from './words';

/** Says whom a campaign asks nothing, and why. */
export function usePassedOver(): (those: readonly { because: PassedOver; count: number }[]) => string {
  const t = useCampaignWords();
  return (those) =>
    those.length === 0
      ? t('progress.nobody')
      : those.map(({ because, count }) => `${count} (${t(`because.${because}`)})`).join(', ');
}
