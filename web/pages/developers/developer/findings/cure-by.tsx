import { Group, Text } from '@mantine/core';
import { Moment } from '../../../../moment/moment';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import type { Finding } from './state-badge';
import { useFindingWords } from './words';

/** The last moment to cure a finding; nothing where it has ended. */
export function CureBy({ finding, developer }: { finding: Finding; developer: DeveloperShown }) {
  const t = useFindingWords();
  const { now, timeZone } = developer;
  const { dueAt, clock } = finding;
  if (dueAt === null || clock === 'ended') return null;
  const isLate = dueAt < now;
  return (
    <>
      <Group
        gap={8}
        wrap="nowrap"
        align="flex-start"
        c={isLate ? 'over.9' : clock === 'stopped' ? 'harbour.9' : 'near.9'}
      >
        <Text span pt={2}>
          <Icon name={clock === 'stopped' ? 'pause' : isLate ? 'warning' : 'clock'} size={18} />
        </Text>
        <Text fw={600}>
          <Sentence
            t={t}
            of={isLate ? 'curePast' : 'cureBy'}
            elements={{ at: <Moment at={dueAt} now={now} timeZone={timeZone} /> }}
          />
        </Text>
      </Group>
      {clock === 'stopped' && <Text fz="sm">{t('stopped')}</Text>}
      {isLate && clock === 'running' && <Text fz="sm">{t('late')}</Text>}
    </>
  );
}
