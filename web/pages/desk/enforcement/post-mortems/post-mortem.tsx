import { Anchor, Group, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { getPostMortem } from '../../../../../api/post-mortems';
import type { PostMortemId } from '../../../../../domain/ids';
import { useView } from '../../../../client/view';
import { Facts } from '../../../../desk/facts';
import { useStaffName } from '../../../../desk/staff-names';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { StateBadge } from '../../../../standing/badge';
import { TitledWords } from '../../../../wording/titled-words';
import { Sentence } from '../../../../words/words';
import { useTime } from '../wrongful/wrongful';
import { Conclusion } from './conclusion';
import { usePostMortemWords } from './words';

/** What is known of a suspension that was undone, and what was found out about it. */
export function PostMortem() {
  const t = usePostMortemWords();
  const nameOf = useStaffName();
  const timeOf = useTime();
  const postMortemId = useParams().postMortemId as PostMortemId;
  const postMortem = useView(getPostMortem, { params: { postMortemId } });
  const { concludedAt, keys } = postMortem;
  return (
    <Page
      title={t('title')}
      lead={
        <Anchor component={Link} to={paths.deskDeveloper(postMortem.developerId, 'suspensions')}>
          {t('lead', { app: postMortem.app.name, developer: postMortem.developerName })}
        </Anchor>
      }
      width="wide"
    >
      <Anchor component={Link} to={paths.deskWrongful()}>
        {t('back')}
      </Anchor>
      <Group>
        <StateBadge look={concludedAt ? { color: 'good', icon: 'check' } : { color: 'near', icon: 'clock' }}>
          {t(concludedAt ? 'state.concluded' : 'state.open')}
        </StateBadge>
      </Group>
      <Part title={t('what')}>
        <Facts
          rows={[
            [t('fact.class'), t(`class.${postMortem.class}`)],
            [t('fact.suspended'), <Moment key="suspended" at={postMortem.suspendedAt} isBare />],
            [t('fact.undone'), <Moment key="undone" at={postMortem.undoneAt} isBare />],
            [t('fact.by'), nameOf(postMortem.undoneBy)],
            [t('fact.time'), timeOf(postMortem.refusedMs)],
            [t('fact.checks'), String(postMortem.checks)],
          ]}
        />
        <TitledWords title={t('reason')} words={postMortem.reason} />
        <TitledWords title={t('found')} words={postMortem.found} />
        <div>
          <Text fz="sm" fw={600}>
            {t('keys')}
          </Text>
          {keys.length === 0 && <Text c="dimmed">{t('noKeys')}</Text>}
          <List>
            {keys.map(({ id, name, lastFour }) => (
              <List.Item key={id}>{t('key', { name, lastFour })}</List.Item>
            ))}
          </List>
        </div>
      </Part>
      <Part title={t('findings')}>
        {concludedAt ? (
          <>
            <TitledWords title={t('cause')} words={postMortem.cause ?? ''} />
            <TitledWords title={t('prevention')} words={postMortem.prevention ?? ''} />
            <Text fz="sm" c="dimmed">
              <Sentence
                t={t}
                of="concluded"
                values={{ who: nameOf(postMortem.concludedBy) }}
                elements={{ at: <Moment at={concludedAt} isBare /> }}
              />
            </Text>
          </>
        ) : (
          <>
            <Text c="dimmed">{t('waits')}</Text>
            <Conclusion postMortemId={postMortemId} />
          </>
        )}
      </Part>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack component="section" aria-label={title} gap="sm" maw={880}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
