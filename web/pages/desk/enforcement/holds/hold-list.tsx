import { Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { liftHold, listHolds, placeHold } from '../../../../../api/holds';
import type { DeveloperId } from '../../../../../domain/ids';
import type { AnswerOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import { useList } from '../../../../client/view';
import { DeveloperPicker } from '../../../../desk/developer-picker';
import { More } from '../../../../desk/more';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { useSearch } from '../../../../desk/search';
import { useStaffName } from '../../../../desk/staff-names';
import { StateFilter } from '../../../../desk/state-filter';
import { Moment } from '../../../../moment/moment';
import { Sentence } from '../../../../words/words';
import { useHoldWords } from './words';

type Hold = AnswerOf<typeof listHolds>['items'][number];

/** Holds, those that stand or those that were lifted, and two ways to place one. */
export function HoldList() {
  const t = useHoldWords();
  const { oneOf, set } = useSearch();
  const which = oneOf('holds', ['standing', 'lifted']);
  const { items, more, isAsking } = useList(listHolds, { query: { isLifted: which === 'lifted' } });
  return (
    <Stack component="section" aria-labelledby="holds" gap="sm" maw={880}>
      <Title order={2} size="h3" id="holds">
        {t('holds.title')}
      </Title>
      <Placing />
      <StateFilter
        label={t('holds.which')}
        value={which}
        values={['standing', 'lifted']}
        wordOf={(value) => t(`holds.${value}`)}
        onChange={(value) => set('holds', value === 'standing' ? null : value)}
      />
      {!items && <Skeleton height={100} />}
      {items?.length === 0 && <Text c="dimmed">{t('holds.none')}</Text>}
      {items?.map((hold) => (
        <OneHold key={hold.id} hold={hold} />
      ))}
      <More more={more} isAsking={isAsking} />
    </Stack>
  );
}

function Placing() {
  const t = useHoldWords();
  const placingAll = useCommand(placeHold);
  const placingOne = useCommand(placeHold);
  const [developerId, setDeveloperId] = useState<DeveloperId | null>(null);
  return (
    <Group align="flex-start">
      <ReasonedAct
        act="placeHold"
        subject={{ roles: ['lead', 'admin'] }}
        label={t('holds.placeAll')}
        what={t('holds.placeAllWhat')}
        reason={t('holds.reason')}
        command={placingAll}
        given={(reason) => ({ body: { developerId: null, reason } })}
        color="over"
        variant="outline"
      />
      <ReasonedAct
        act="placeHold"
        label={t('holds.placeOne')}
        what={t('holds.placeOneWhat')}
        reason={t('holds.reason')}
        command={placingOne}
        given={(reason) => developerId && { body: { developerId, reason } }}
        variant="default"
      >
        <DeveloperPicker label={t('holds.developer')} value={developerId} onChange={setDeveloperId} />
      </ReasonedAct>
    </Group>
  );
}

function OneHold({ hold }: { hold: Hold }) {
  const t = useHoldWords();
  const nameOf = useStaffName();
  const lifting = useCommand(liftHold);
  return (
    <Paper withBorder p="md" component="article">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} flex={1} miw={220}>
          <Text fw={600}>{hold.developerId ? (hold.developerName ?? hold.developerId) : t('holds.everybody')}</Text>
          <Text>{hold.reason}</Text>
          <Text fz="sm" c="dimmed">
            <Sentence
              t={t}
              of="holds.placed"
              values={{ who: nameOf(hold.placedBy) }}
              elements={{ at: <Moment at={hold.placedAt} /> }}
            />
          </Text>
          {hold.liftedAt && (
            <Text fz="sm">
              <Sentence
                t={t}
                of="holds.liftedBy"
                values={{ who: nameOf(hold.liftedBy), reason: hold.liftReason ?? '' }}
                elements={{ at: <Moment at={hold.liftedAt} /> }}
              />
            </Text>
          )}
        </Stack>
        {!hold.liftedAt && (
          <ReasonedAct
            act="liftHold"
            subject={{ state: 'open' }}
            label={t('holds.lift')}
            what={t('holds.liftWhat')}
            reason={t('holds.reason')}
            command={lifting}
            given={(reason) => ({ params: { holdId: hold.id }, body: { reason } })}
            variant="default"
          />
        )}
      </Group>
    </Paper>
  );
}
