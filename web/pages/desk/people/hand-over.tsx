import { List, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getStaffPortfolio, handOverPortfolio } from '../../../../api/staff';
import type { PersonId } from '../../../../domain/ids';
import { call } from '../../../client/call';
import type { Problem } from '../../../client/problem';
import { viewOf } from '../../../client/view';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { tell } from '../../../outcome/tell';
import { ManagerSelect } from './manager-select';
import type { Member } from './people';
import { usePeopleWords } from './words';

/** Gives all developers of somebody to another, who sees first what that is. */
export function HandOver({ member: { personId, name } }: { member: Member }) {
  const t = usePeopleWords();
  const [toPersonId, setToPersonId] = useState<PersonId | null>(null);
  const [isTried, setIsTried] = useState(false);
  const handing = useHandOver(personId, (count) => tell(t('handOverDone', { count })));

  function given() {
    setIsTried(true);
    return toPersonId;
  }
  return (
    <ReasonedAct
      act="handOver"
      label={t('handOver')}
      what={t('handOverWhat', { name })}
      command={handing}
      given={given}
      variant="default"
      size="compact-sm"
    >
      <Portfolio personId={personId} />
      <ManagerSelect
        label={t('field.to')}
        not={personId}
        value={toPersonId}
        onChange={setToPersonId}
        error={isTried && !toPersonId && t('field.toMissing')}
      />
    </ReasonedAct>
  );
}

/** Asks again until none is left: no call moves more than some hundred. */
function useHandOver(personId: PersonId, onDone: (count: number) => void) {
  const queryClient = useQueryClient();
  return useMutation<number, Problem, PersonId>({
    mutationFn: async (toPersonId) => {
      let count = 0;
      for (;;) {
        const { moved, left } = await call(handOverPortfolio, { params: { personId }, body: { toPersonId } });
        count += moved;
        if (left === 0 || moved === 0) return count;
      }
    },
    onSuccess: onDone,
    onSettled: () => queryClient.invalidateQueries(),
  });
}

const counts = ['developers', 'apps', 'reviews', 'extensions', 'exemptions', 'appeals', 'findings'] as const;

function Portfolio({ personId }: { personId: PersonId }) {
  const t = usePeopleWords();
  const { data } = useQuery(viewOf(getStaffPortfolio, { params: { personId } }));
  if (!data) return <Skeleton height={120} />;
  if (data.developers === 0) return <Text fw={600}>{t('portfolio.nothing')}</Text>;
  const tasks = data.tasks.reduce((sum, { count }) => sum + count, 0);
  return (
    <Stack gap={4}>
      <Text fw={600}>{t('portfolio.title')}</Text>
      <List>
        {counts
          .filter((name) => data[name] > 0)
          .map((name) => (
            <List.Item key={name}>
              {t(`portfolio.${name}`)}: {data[name]}
            </List.Item>
          ))}
        {tasks > 0 && (
          <List.Item>
            {t('portfolio.tasks')}: {tasks}
          </List.Item>
        )}
      </List>
      <Text fz="sm" c="dimmed">
        {t('portfolio.offboarded')}
      </Text>
    </Stack>
  );
}
