import { Anchor, Badge, Button, Group, Paper, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { getDeveloper } from '../../../../../api/developers';
import { listNotices } from '../../../../../api/notices';
import type { AnswerOf } from '../../../../client/asked';
import { useList, useView } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { useNoticeWords } from '../../../../notice/words';
import { paths } from '../../../../paths';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import { Icon } from '../../../../theme/icon';
import { Sentence } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { useNoticesWords } from './words';

type Notice = AnswerOf<typeof listNotices>['items'][number];

/** Every notice that was sent, newest first. */
export function Notices() {
  const t = useNoticesWords();
  const developerId = useDeveloperId();
  const developer = useView(getDeveloper, { params: { developerId } });
  const [which, setWhich] = useState('all');
  const { items, more, isAsking } = useList(listNotices, { params: { developerId } });
  const shown = items?.filter(({ opensGate }) => which === 'all' || opensGate);
  return (
    <Page title={t('title')} lead={t('lead', { zone: developer.timeZone })}>
      <SegmentedControl
        aria-label={t('filter.label')}
        value={which}
        onChange={setWhich}
        data={[
          { value: 'all', label: t('filter.all') },
          { value: 'gate', label: t('filter.gate') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {!shown && <Skeleton height={200} />}
      {shown?.length === 0 && (
        <EmptyState title={t('none')} icon="mail">
          {t('noneWhat')}
        </EmptyState>
      )}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {shown?.map((notice) => (
          <Row key={notice.id} notice={notice} developer={developer} />
        ))}
      </Stack>
      {more && (
        <Button variant="default" onClick={more} loading={isAsking} style={{ alignSelf: 'flex-start' }}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}

function Row({ notice, developer }: { notice: Notice; developer: DeveloperShown }) {
  const t = useNoticesWords();
  const noticeWords = useNoticeWords();
  const { now, timeZone, apps } = developer;
  const names = apps.filter(({ id }) => notice.appIds.includes(id)).map(({ name }) => name);
  const at = notice.acceptedAt ?? notice.createdAt;
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          <Anchor component={Link} to={paths.notice(developer.id, notice.id)} inherit>
            {noticeWords(`template.${notice.template}`)}
          </Anchor>
        </Title>
        <Group gap="xs">
          {notice.opensGate && (
            <Badge variant="light" color="near" tt="none" leftSection={<Icon name="warning" size={12} />}>
              {t('gate')}
            </Badge>
          )}
          <Badge variant="light" color={notice.state === 'bounced' ? 'over' : 'gray'} tt="none">
            {noticeWords(`state.${notice.state}`)}
          </Badge>
        </Group>
      </Group>
      <Text fz="sm" c="dimmed">
        <Sentence
          t={t}
          of={notice.acceptedAt ? 'delivered' : 'sent'}
          elements={{ at: <Moment at={at} now={now} timeZone={timeZone} /> }}
        />
        {' · '}
        {t('about')}: {names.join(', ') || t('aboutAll')}
      </Text>
    </Paper>
  );
}
