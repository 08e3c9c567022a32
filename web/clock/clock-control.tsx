import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { moveDeveloperClock } from '../../api/clock';
import { getDeveloper } from '../../api/developers';
import type { DeveloperId } from '../../domain/ids';
import type { AnswerOf } from '../client/asked';
import { useCommand } from '../client/command';
import { viewOf } from '../client/view';
import { Moment } from '../moment/moment';
import { ProblemNotice } from '../problem/problem-notice';
import { Icon } from '../theme/icon';
import { Sentence } from '../words/words';
import { WhatHappened } from './what-happened';
import { useClockWords } from './words';

/** Moves the time of the developer whose page is open, and tells what came of it. For the vendor's people, on their own machine only. */
export function ClockControl({ developerId }: { developerId: DeveloperId }) {
  const t = useClockWords();
  const developer = useQuery(viewOf(getDeveloper, { params: { developerId } })).data;
  const [moved, setMoved] = useState<AnswerOf<typeof moveDeveloperClock> | null>(null);
  const moving = useCommand(moveDeveloperClock, { onSuccess: setMoved });
  const move = (body: Parameters<typeof moving.mutate>[0]['body']) => {
    setMoved(null);
    moving.mutate({ params: { developerId }, body });
  };
  const button = { variant: 'default', size: 'compact-sm', loading: moving.isPending } as const;
  if (!developer) return null;
  const { legalName, now, timeZone, nextStep } = developer;
  return (
    <Paper
      component="section"
      aria-label={t('title', { name: legalName })}
      p="md"
      mb="lg"
      maw={880}
      bg="near.0"
      style={{ border: '2px dashed var(--mantine-color-near-5)' }}
    >
      <Stack gap={8}>
        <Group justify="space-between" gap="xs">
          <Group gap={8} wrap="nowrap">
            <Icon name="clock" size={18} />
            <Text fw={600}>
              <Sentence t={t} of="now" elements={{ at: <Moment at={now} timeZone={timeZone} isBare /> }} />
            </Text>
          </Group>
          <Group gap="xs">
            <Button {...button} onClick={() => move({ advance: 'P1D' })}>
              {t('day')}
            </Button>
            <Button {...button} onClick={() => move({ advance: 'P1W' })}>
              {t('week')}
            </Button>
            <Button {...button} disabled={!nextStep} onClick={() => move({ to: 'next' })}>
              {t('toNext')}
            </Button>
          </Group>
        </Group>
        <Text fz="sm">
          {nextStep ? (
            <Sentence t={t} of="next" elements={{ at: <Moment at={nextStep.at} now={now} timeZone={timeZone} /> }} />
          ) : (
            t('none')
          )}
        </Text>
        <Text fz="sm">{t('only')}</Text>
        <div role="status">{moving.isPending && <Text fz="sm">{t('moving')}</Text>}</div>
        <ProblemNotice problem={moving.error} />
        {moved && <WhatHappened moved={moved} developer={developer} onClose={() => setMoved(null)} />}
      </Stack>
    </Paper>
  );
}
