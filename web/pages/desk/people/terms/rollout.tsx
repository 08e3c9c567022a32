import { minutesLeft, WalkProgress } from '../../../../desk/walk-progress';
import { Moment } from '../../../../moment/moment';
import { Sentence } from '../../../../words/words';
import type { TermsVersion } from './state-badge';
import { useTermsWords } from './words';

/** How far the developers of the tier have been taken over, and what came of it beside what was foreseen. */
export function Rollout({ version }: { version: TermsVersion }) {
  const t = useTermsWords();
  const { developers: count, state, preview, rollout } = version;
  if (!rollout) return null;
  const { settled, moved, kept, left, asForetold, perSecond, mailsWaiting, endedAt } = rollout;
  const minutes = minutesLeft({ count, settled }, perSecond);
  return (
    <WalkProgress
      title={t('rollout.title')}
      bar={t('rollout.bar')}
      count={count}
      settled={settled}
      said={t('rollout.settled', { settled, count })}
      aside={
        endedAt !== null ? (
          <Sentence t={t} of="rollout.done" elements={{ at: <Moment at={endedAt} isBare /> }} />
        ) : state === 'superseded' ? (
          t('rollout.stopped')
        ) : (
          <>
            {t('rollout.rate', { rate: perSecond.toFixed(1) })}
            {minutes !== null && ` · ${t('rollout.left', { minutes })}`}
          </>
        )
      }
      perSecond={perSecond}
      mailsWaiting={mailsWaiting}
      rows={[
        [t('rollout.moved'), String(moved)],
        [t('rollout.kept'), String(kept)],
        [t('rollout.leftOut'), String(left)],
        [t('rollout.asForetold'), t('rollout.asForetoldWhat', { count: asForetold, all: preview.examined })],
      ]}
    />
  );
}
