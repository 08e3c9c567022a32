import { Anchor, Button, Code, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { getDeveloper } from '../../../../../api/developers';
import { getNotice } from '../../../../../api/notices';
import type { NoticeId } from '../../../../../domain/ids';
import type { AnswerOf } from '../../../../client/asked';
import { useViews, viewOf } from '../../../../client/view';
import { Moment } from '../../../../moment/moment';
import { useNoticeWords } from '../../../../notice/words';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { useDeveloperId, useSession } from '../../../../shell/session';
import { appealedBy } from '../appeals/appealed-by';
import { useNoticesWords } from './words';

type Delivery = AnswerOf<typeof getNotice>['deliveries'][number];

/** One notice, as it was sent. */
export function Notice() {
  const t = useNoticesWords();
  const noticeWords = useNoticeWords();
  const personId = useSession().person.id;
  const developerId = useDeveloperId();
  const noticeId = useParams().noticeId as NoticeId;
  const [developer, notice] = useViews(
    viewOf(getDeveloper, { params: { developerId } }),
    viewOf(getNotice, { params: { developerId, noticeId } }),
  );
  const shown = notice.deliveries.filter(({ mail }) => mail !== null);
  const others = notice.deliveries.filter((delivery) => delivery.personId !== personId && delivery.mail === null);
  return (
    <Page
      title={noticeWords(`template.${notice.template}`)}
      lead={
        <>
          {noticeWords(`state.${notice.state}`)} ·{' '}
          <Moment at={notice.acceptedAt ?? notice.createdAt} now={developer.now} timeZone={developer.timeZone} />
        </>
      }
    >
      <Anchor component={Link} to={paths.notices(developerId)}>
        {t('one.back')}
      </Anchor>
      {shown.length === 0 && <Text>{t('one.notYours')}</Text>}
      {shown.map((delivery) => (
        <Mail key={delivery.personId} delivery={delivery} isOwn={delivery.personId === personId} />
      ))}
      {others.length > 0 && (
        <div>
          <Text fw={600}>{t('one.others')}</Text>
          <List>
            {others.map((delivery) => (
              <List.Item key={delivery.personId}>
                <Code>{delivery.personId}</Code> · {t(`one.${delivery.state}`)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {notice.confirmations.length > 0 && <Text>{t('one.confirmed', { count: notice.confirmations.length })}</Text>}
      {appealedBy[notice.template] && (
        <Group>
          <Button component={Link} to={paths.appeal(developerId, noticeId)} variant="default">
            {t('one.appeal')}
          </Button>
        </Group>
      )}
    </Page>
  );
}

function Mail({ delivery: { mail, personId, state }, isOwn }: { delivery: Delivery; isOwn: boolean }) {
  const t = useNoticesWords();
  if (!mail) return null;
  return (
    <Paper withBorder p="lg" component="article">
      <Stack gap="sm">
        <Text fz="sm" c="dimmed">
          {isOwn ? t('one.yours') : `${t('one.to')}: ${personId}`} · {t(`one.${state}`)}
        </Text>
        <Title order={2} size="h3">
          {mail.subject}
        </Title>
        <Text component="div" style={{ whiteSpace: 'pre-wrap' }}>
          {mail.text}
        </Text>
      </Stack>
    </Paper>
  );
}
