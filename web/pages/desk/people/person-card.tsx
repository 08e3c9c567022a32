import { Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { changeStaff } from '../../../../api/people';
import { endLeave } from '../../../../api/staff';
import { leaveKeepers } from '../../../../domain/staff/leave';
import { useCommand } from '../../../client/command';
import type { Subject } from '../../../desk/acts';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { useStaffName } from '../../../desk/staff-names';
import { Day } from '../../../moment/moment';
import { dayOf } from '../../../moment/zoned';
import { useSession } from '../../../shell/session';
import { StateBadge } from '../../../standing/badge';
import { Sentence } from '../../../words/words';
import { ChangePerson } from './change-person';
import { EnterLeave } from './enter-leave';
import { HandOver } from './hand-over';
import type { Leave, Member } from './people';
import { usePeopleWords } from './words';

/** One of the vendor's people, with their leaves and what can be done. */
export function PersonCard({ member, leaves }: { member: Member; leaves: readonly Leave[] }) {
  const t = usePeopleWords();
  const { person } = useSession();
  const ending = useCommand(changeStaff);
  const { personId, name, email, role, isActive } = member;
  const isSelf = personId === person.id;
  const refusal = isSelf ? t('self') : null;
  const looksAfter = role !== 'legal';
  // Account managers enter their own leave, and no other.
  const leaveSubject = isSelf ? {} : { roles: leaveKeepers };
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={0} miw={0}>
            <Text fw={600}>
              {name}
              {isSelf && ` (${t('you')})`}
            </Text>
            <Text fz="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {email}
            </Text>
          </Stack>
          <StateBadge look={{ color: isActive ? 'harbour' : 'gray', icon: isActive ? 'people' : 'stop' }}>
            {t(`role.${role}`)}
          </StateBadge>
        </Group>
        {leaves.map((leave) => (
          <OneLeave key={leave.id} leave={leave} name={name} subject={leaveSubject} />
        ))}
        <Group gap="xs" align="flex-start">
          {isActive && <ChangePerson member={member} refusal={refusal} />}
          {isActive && looksAfter && <EnterLeave member={member} subject={leaveSubject} />}
          {looksAfter && <HandOver member={member} />}
          <ReasonedAct
            act="changeStaff"
            refusal={refusal}
            label={t(isActive ? 'end' : 'restore')}
            what={t(isActive ? 'endWhat' : 'restoreWhat', { name })}
            command={ending}
            given={() => ({ params: { personId }, body: { isActive: !isActive } })}
            variant="subtle"
            color={isActive ? 'over' : undefined}
            size="compact-sm"
          />
        </Group>
      </Stack>
    </Paper>
  );
}

function OneLeave({ leave, name, subject }: { leave: Leave; name: string; subject: Subject }) {
  const t = usePeopleWords();
  const nameOf = useStaffName();
  const ending = useCommand(endLeave);
  const [today] = useState(() => dayOf(Date.now()));
  return (
    <Group justify="space-between" align="flex-start">
      <Text fz="sm" flex={1} miw={220}>
        <Sentence
          t={t}
          of={leave.fromOn > today ? 'awayLater' : 'away'}
          values={{ who: nameOf(leave.standInId) }}
          elements={{
            from: <Day on={leave.fromOn} isShort isBare />,
            until: <Day on={leave.untilOn} isShort isBare />,
          }}
        />
      </Text>
      <ReasonedAct
        act="endLeave"
        subject={subject}
        label={t('endLeave')}
        what={t('endLeaveWhat', { name })}
        command={ending}
        given={() => ({ params: { leaveId: leave.id } })}
        variant="default"
        size="compact-sm"
      />
    </Group>
  );
}
