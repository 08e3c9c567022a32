import { Alert } from '@mantine/core';
import type { Problem } from '../../../../client/problem';
import { useDeskWords } from '../../../../desk/words';
import { Moment } from '../../../../moment/moment';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import type { ReviewItem } from './answers';
import { useReviewWords } from './words';

/** Somebody decided the same item first: who, when and what. Nothing for another problem. */
export function Quicker({ problem }: { problem: Problem | null }) {
  const t = useReviewWords();
  const deskWords = useDeskWords();
  if (problem?.code !== 'requirement.already-decided') return null;
  const { state, decision } = problem.details as Partial<Pick<ReviewItem, 'state' | 'decision'>>;
  const who = decision?.by.name ?? t('quicker.somebody');
  return (
    <Alert role="alert" color="near" icon={<Icon name="people" />} title={t('quicker.title', { who })}>
      <Sentence
        t={t}
        of="quicker.what"
        values={{ who, state: state ? deskWords(`requirement.${state}`) : '' }}
        elements={{ at: decision ? <Moment at={decision.at} /> : <span /> }}
      />
    </Alert>
  );
}
