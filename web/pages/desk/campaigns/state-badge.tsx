import type { CampaignState } from '../../../../domain/campaigns/states';
import { StateBadge } from '../../../standing/badge';
import type { Look } from '../../../standing/looks';
import { useCampaignWords } from './words';

const looks: Readonly<Record<CampaignState, Look>> = {
  draft: { color: 'gray', icon: 'pencil' },
  examining: { color: 'harbour', icon: 'clock' },
  examined: { color: 'harbour', icon: 'eye' },
  proposed: { color: 'near', icon: 'people' },
  running: { color: 'harbour', icon: 'arrow' },
  paused: { color: 'near', icon: 'pause' },
  finished: { color: 'good', icon: 'check' },
  cancelled: { color: 'gray', icon: 'stop' },
};

/** Whose turn it is in a campaign. */
export function CampaignStateBadge({ state }: { state: CampaignState }) {
  const t = useCampaignWords();
  return <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>;
}
