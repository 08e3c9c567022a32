import { Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { addFreezeDay, listFreezeDays, removeFreezeDay } from '../../../../../api/holds';
import { getTerms } from '../../../../../api/terms';
import type { DeveloperId } from '../../../../../domain/ids';
import type { AnswerOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import { useList, useView } from '../../../../client/view';
import { DeveloperPicker } from '../../../../desk/developer-picker';
import { More } from '../../../../desk/more';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { useStaffName } from '../../../../desk/staff-names';
import { DayInput } from '../../../../moment/day-input';
import { Day, Moment } from '../../../../moment/moment';
import { dayOf } from '../../../../moment/zoned';
import { Sentence } from '../../../../words/words';
import { useHoldWords } from './words';

type FreezeDay = AnswerOf<typeof listFreezeDays>['items'][number];

/** Days ahead on which nobody, or one developer not, is suspended. */
export function FreezeDays() {
  const t = useHoldWords();
  const { vendor } = useView(getTerms, {});
  const today = useToday(vendor.timeZone);
  const { items, more, isAsking } = useList(listFreezeDays, { query: { from: today } });
  return (
    <Stack component="section" aria-labelledby="days" gap="sm" maw={880}>
      <Title order={2} size="h3" id="days">
        {t('days.title')}
      </Title>
      <Adding today={today} />
      {!items && <Skeleton height={100} />}
      {items?.length === 0 && <Text c="dimmed">{t('days.none')}</Text>}
      {items?.map((day) => (
        <OneDay key={day.id} day={day} today={today} />
      ))}
      <More more={more} isAsking={isAsking} />
    </Stack>
  );
}

/** The day where the vendor is, as the page was opened. */
function useToday(timeZone: string): string {
  const [now] = useState(() => Date.now());
  return dayOf(now, timeZone);
}

function Adding({ today }: { today: string }) {
  const t = useHoldWords();
  const addingAll = useCommand(addFreezeDay);
  const addingOne = useCommand(addFreezeDay);
  const [day, setDay] = useState<string | null>(null);
  const [developerId, setDeveloperId] = useState<DeveloperId | null>(null);
  const field = <DayInput label={t('days.day')} value={day} onChange={setDay} earliest={today} required />;
  return (
    <Group align="flex-start">
      <ReasonedAct
        act="addFreezeDay"
        subject={{ roles: ['lead', 'admin'] }}
        label={t('days.add')}
        what={t('days.addWhat')}
        reason={t('holds.reason')}
        command={addingAll}
        given={(reason) => (day === null ? null : { body: { developerId: null, day, reason } })}
        variant="default"
      >
        {field}
      </ReasonedAct>
      <ReasonedAct
        act="addFreezeDay"
        label={t('days.addOne')}
        what={t('days.addOneWhat')}
        reason={t('holds.reason')}
        command={addingOne}
        given={(reason) => (day === null || developerId === null ? null : { body: { developerId, day, reason } })}
        variant="default"
      >
        <DeveloperPicker label={t('holds.developer')} value={developerId} onChange={setDeveloperId} />
        {field}
      </ReasonedAct>
    </Group>
  );
}

function OneDay({ day, today }: { day: FreezeDay; today: string }) {
  const t = useHoldWords();
  const nameOf = useStaffName();
  const removing = useCommand(removeFreezeDay);
  return (
    <Paper withBorder p="md" component="article">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} flex={1} miw={220}>
          <Text fw={600}>
            <Day on={day.day} /> · {day.developerId ? (day.developerName ?? day.developerId) : t('holds.everybody')}
          </Text>
          <Text>{day.reason}</Text>
          <Text fz="sm" c="dimmed">
            <Sentence
              t={t}
              of="days.added"
              values={{ who: nameOf(day.addedBy) }}
              elements={{ at: <Moment at={day.addedAt} /> }}
            />
          </Text>
        </Stack>
        <ReasonedAct
          act="removeFreezeDay"
          subject={{ state: day.day > today ? 'ahead' : 'begun' }}
          label={t('days.remove')}
          what={t('days.removeWhat')}
          reason={t('holds.reason')}
          command={removing}
          given={(reason) => ({ params: { freezeDayId: day.id }, body: { reason } })}
          variant="default"
        />
      </Group>
    </Paper>
  );
}
