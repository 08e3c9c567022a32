import { Button, Group, List, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { getTerms } from '../../../../../api/terms';
import { useView } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import type { Submission } from './state-badge';
import { useSubmissionWords } from './words';

/** Who acts next on a submission, by when, and what the developer's clock does meanwhile. */
export function WhatsNext({ submission, developer }: { submission: Submission; developer: DeveloperShown }) {
  const t = useSubmissionWords();
  const { state, next } = submission;
  const { now, timeZone } = developer;
  const isLate = next.by !== null && next.by < now;
  const at = <Moment at={next.by ?? now} now={now} timeZone={timeZone} />;
  return (
    <Stack gap="xs">
      {next.by === null ? (
        <Text>{t(`next.${state === 'checking' || state === 'in-review' ? 'clockStopped' : state}`)}</Text>
      ) : (
        <Text>
          <Sentence
            t={t}
            of={isLate ? 'next.late' : state === 'checking' ? 'next.checking' : 'next.in-review'}
            elements={{ at }}
          />
        </Text>
      )}
      {next.who === 'vendor' && <Meanwhile submission={submission} developer={developer} />}
      {state === 'returned' && (
        <Group>
          <Button component={Link} to={paths.walk(developer.id)} rightSection={<Icon name="arrow" />}>
            {t('next.correct')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Meanwhile({ submission, developer }: { submission: Submission; developer: DeveloperShown }) {
  const t = useSubmissionWords();
  const terms = useView(getTerms, {});
  const { isClockStopped, isPassedProvisionally, appId } = submission;
  const app = developer.apps.find(({ id }) => id === appId);
  const isFirst = app?.firstAcceptedAt === null;
  return (
    <List spacing={4} fz="sm" icon={<Icon name="dot" />}>
      {isPassedProvisionally ? (
        <List.Item icon={<Icon name="check" />}>{t('next.provisional')}</List.Item>
      ) : (
        <List.Item icon={<Icon name={isClockStopped ? 'pause' : 'clock'} />}>
          {isClockStopped ? t('next.clockStopped') : t('next.clockRuns', { count: terms.submissionStops })}
        </List.Item>
      )}
      {isFirst && <List.Item>{t('next.first')}</List.Item>}
      {!isFirst && !isPassedProvisionally && (
        <List.Item>{t('next.passes', { days: terms.provisionalWorkingDays })}</List.Item>
      )}
    </List>
  );
}
