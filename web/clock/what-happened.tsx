import { Anchor, Box, Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { moveDeveloperClock } from '../../api/clock';
import type { getDeveloper } from '../../api/developers';
import { listNotices } from '../../api/notices';
import type { AnswerOf } from '../client/asked';
import { viewOf } from '../client/view';
import { useDecisionWords } from '../decision/words';
import { Moment } from '../moment/moment';
import { useNoticeWords } from '../notice/words';
import { paths } from '../paths';
import { Sentence } from '../words/words';
import { useClockWords } from './words';

type Move = AnswerOf<typeof moveDeveloperClock>;
type Decision = Move['steps'][number]['decisions'][number];
type Developer = AnswerOf<typeof getDeveloper>;

/** What came of a move of the clock: each step with its decisions and mails. */
export function WhatHappened({
  moved,
  developer,
  onClose,
}: {
  moved: Move;
  developer: Developer;
  onClose: () => void;
}) {
  const t = useClockWords();
  const say = useSaying(developer);
  const { timeZone } = developer;
  const moment = (at: string) => <Moment at={at} timeZone={timeZone} isBare />;
  return (
    <Stack gap={6} role="status">
      <Text fw={600}>
        <Sentence t={t} of="moved" elements={{ from: moment(moved.from), to: moment(moved.to) }} />
      </Text>
      <Text fz="sm">{moved.steps.length === 0 ? t('nothing') : t('steps', { count: moved.steps.length })}</Text>
      {moved.steps.length > 0 && (
        <Box
          mah={280}
          style={{ overflowY: 'auto' }}
          tabIndex={0}
          role="group"
          aria-label={t('steps', { count: moved.steps.length })}
        >
          <List type="ordered" spacing={6} fz="sm">
            {moved.steps.map(({ at, decisions }, place) => (
              // Steps may share a moment; their order is what tells them apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes once it is there
              <List.Item key={place}>
                {moment(at)}
                <List withPadding listStyleType="disc" fz="sm">
                  {[...new Set(decisions.map(say))].map((line) => (
                    <List.Item key={line}>{line}</List.Item>
                  ))}
                </List>
              </List.Item>
            ))}
          </List>
        </Box>
      )}
      <Group gap="lg">
        <Anchor component={Link} to={paths.history(developer.id)} fz="sm">
          {t('whole')}
        </Anchor>
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t('close')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Says a decision in a line: what, about which app; for mails, which. */
function useSaying({ id, apps }: Developer): (decision: Decision) => string {
  const t = useClockWords();
  const decisions = useDecisionWords();
  const noticeWords = useNoticeWords();
  const notices = useQuery(viewOf(listNotices, { params: { developerId: id }, query: { limit: 100 } })).data?.items;
  return ({ decision, subject, appId }) => {
    const template = notices?.find((notice) => notice.id === subject)?.template;
    const app = apps.find((one) => one.id === appId)?.name;
    const what =
      template && (decision === 'notice.accepted' || decision === 'notice.queued')
        ? t(decision === 'notice.accepted' ? 'mail' : 'queued', { notice: noticeWords(`template.${template}`) })
        : decisions(`decision.${decision}`);
    return app ? `${what} · ${app}` : what;
  };
}
