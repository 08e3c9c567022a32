import { minutesLeft, WalkProgress } from '../../../desk/walk-progress';
import type { Campaign } from './campaign';
import { usePassedOver } from './passed-over';
import { useCampaignWords } from './words';

/** How far the walk has come, how fast it is, and when it will be over. */
export function CampaignProgress({ campaign }: { campaign: Campaign }) {
  const t = useCampaignWords();
  const passedOverText = usePassedOver();
  const { count, settled, state, progress } = campaign;
  const minutes = minutesLeft(campaign, progress.perSecond);
  return (
    <WalkProgress
      title={t('progress.title')}
      bar={t('progress.bar')}
      count={count}
      settled={settled}
      said={t('settled', { settled, count })}
      aside={
        state === 'running' && (
          <>
            {t('progress.rate', { rate: progress.perSecond.toFixed(1) })}
            {minutes !== null && ` · ${t('progress.left', { minutes })}`}
          </>
        )
      }
      perSecond={progress.perSecond}
      mailsWaiting={progress.mailsWaiting}
      rows={[
        [t('progress.asked'), String(progress.asked)],
        [t('progress.passedOver'), passedOverText(progress.passedOver)],
      ]}
    />
  );
}
