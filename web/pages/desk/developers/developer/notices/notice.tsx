import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { getNotice } from '../../../../../../api/notices';
import { listContacts } from '../../../../../../api/people';
import type { NoticeId } from '../../../../../../domain/ids';
import type { AnswerOf } from '../../../../../client/asked';
import { useViews, viewOf, wholeOf } from '../../../../../client/view';
import { useStaffName } from '../../../../../desk/staff-names';
import { Moment } from '../../../../../moment/moment';
import { useNoticeWords } from '../../../../../notice/words';
import { paths } from '../../../../../paths';
import { StateBadge } from '../../../../../standing/badge';
import { Sentence } from '../../../../../words/words';
import { DeveloperPage, useDeskDeveloper } from '../developer-page';
import { Confirmation } from './confirmation';
import { noticeLooks } from './notices';
import { useDeskNoticeWords } from './words';

type Delivery = AnswerOf<typeof getNotice>['deliveries'][number];

/** One notice with each of its deliveries and the mail as it was sent. */
export function DeskNotice() {
  const t = useDeskNoticeWords();
  const noticeWords = useNoticeWords();
  const staffName = useStaffName();
  const developer = useDeskDeveloper();
  const params = { developerId: developer.id, noticeId: useParams().noticeId as NoticeId };
  const [notice, contacts] = useViews(
    viewOf(getNotice, { params }),
    wholeOf(listContacts, { params: { developerId: developer.id } }),
  );
  const around = { now: developer.now, timeZone: developer.timeZone };
  const nameOf = (personId: string) => {
    const contact = contacts.find((one) => one.personId === personId);
    return contact ? `${contact.name ?? contact.email} (${contact.email})` : staffName(personId);
  };
  return (
    <DeveloperPage developer={developer} part="notices">
      <Anchor component={Link} to={paths.deskDeveloper(developer.id, 'notices')}>
        {t('one.back')}
      </Anchor>
      <Group>
        <Title order={2} size="h3">
          {noticeWords(`template.${notice.template}`)}
        </Title>
        <StateBadge look={noticeLooks[notice.state]}>{noticeWords(`state.${notice.state}`)}</StateBadge>
        <Text fz="sm" c="dimmed">
          <Moment at={notice.acceptedAt ?? notice.createdAt} {...around} />
        </Text>
      </Group>
      {notice.confirmations.length > 0 && (
        <div>
          <Text fw={600}>{t('one.confirmations')}</Text>
          {notice.confirmations.map((one) => (
            <Text key={one.by} fz="sm">
              <Sentence
                t={t}
                of="one.confirmation"
                values={{ who: staffName(one.by), name: nameOf(one.spokeWith), channel: one.channel }}
                elements={{ at: <Moment at={one.at} {...around} isBare /> }}
              />
            </Text>
          ))}
        </div>
      )}
      {notice.opensGate && notice.state !== 'accepted' && notice.state !== 'cancelled' && (
        <Confirmation notice={notice} developer={developer} contacts={contacts} />
      )}
      <Stack maw={880}>
        {notice.deliveries.map((delivery) => (
          <OneDelivery key={delivery.personId} delivery={delivery} name={nameOf(delivery.personId)} />
        ))}
      </Stack>
    </DeveloperPage>
  );
}

function OneDelivery({ delivery, name }: { delivery: Delivery; name: string }) {
  const t = useDeskNoticeWords();
  const { mail, state, attempts, response } = delivery;
  return (
    <Paper withBorder p="lg" component="article">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>{t('one.to', { name })}</Text>
          <Text fz="sm">
            {t(`one.${state}`)} · {t('one.attempts', { count: attempts })}
          </Text>
        </Group>
        {response && (
          <Text fz="sm" c="dimmed">
            {t('one.response', { response })}
          </Text>
        )}
        {mail ? (
          <>
            <Title order={3} size="h4">
              {mail.subject}
            </Title>
            <Text component="div" fz="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {mail.text}
            </Text>
          </>
        ) : (
          <Text c="dimmed">{t('one.noText')}</Text>
        )}
      </Stack>
    </Paper>
  );
}
