import { Anchor, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { listAppealable, listAppeals } from '../../../../../api/appeals';
import { listExtensions } from '../../../../../api/extensions';
import { useViews, viewOf } from '../../../../client/view';
import { dayOf } from '../../../../moment/zoned';
import { paths } from '../../../../paths';
import type { AppOwing, DeveloperShown } from '../actions';
import { extensibleOf } from '../more-time/extensible';
import { useStatusWords } from './words';

/** The ways out, each with its limits. */
export function WhatToDo({ developer, items }: { developer: DeveloperShown; items: readonly AppOwing[] }) {
  const t = useStatusWords();
  const params = { developerId: developer.id };
  const [extensions, appealable] = useViews(
    viewOf(listExtensions, { params, query: { state: 'open' } }),
    viewOf(listAppealable, { params }),
    viewOf(listAppeals, { params }),
  );
  const extensible = extensibleOf(developer, items, extensions.items, dayOf(developer.now, developer.timeZone));
  const owes = items.some(({ currentlyDue, pastDue }) => currentlyDue.length + pastDue.length > 0);
  const findings = items.flatMap((owing) => owing.findings).length;
  const open = appealable.items.filter(({ appealId }) => appealId === null).length;
  const time =
    typeof extensible === 'string'
      ? t(extensions.items.length > 0 ? 'more.timeOpen' : 'more.timeUsed')
      : t('more.timeWhat', { days: extensible.longestDays });
  return (
    <section aria-labelledby="what-to-do">
      <Title order={2} size="h3" id="what-to-do" mb="sm">
        {t('more.title')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {owes && <Way to={paths.walk(developer.id)} title={t('more.attest')} />}
        {owes && (
          <Way to={paths.extension(developer.id)} title={t('more.time')}>
            {time}
          </Way>
        )}
        <Way to={paths.appeals(developer.id)} title={t('more.appeal')}>
          {open > 0 ? t('more.appealWhat', { count: open }) : t('more.appealNone')}
        </Way>
        <Way to={paths.findings(developer.id)} title={t('more.findings')}>
          {t('more.findingsWhat', { count: findings })}
        </Way>
        <Way to={paths.notices(developer.id)} title={t('more.notices')}>
          {t('more.noticesWhat')}
        </Way>
      </SimpleGrid>
    </section>
  );
}

function Way({ to, title, children }: { to: string; title: string; children?: ReactNode }) {
  return (
    <Paper withBorder p="md">
      <Anchor component={Link} to={to} fw={600}>
        {title}
      </Anchor>
      {children && (
        <Text fz="sm" c="dimmed">
          {children}
        </Text>
      )}
    </Paper>
  );
}
